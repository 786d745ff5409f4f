// Terms that people learn and read about, in English and Chinese: so that a list that changes its language is still the same
// list. Not a dictionary; each row is one concept with the words for it. A concept counts only between two scripts.

/** Name of the concept, then its terms in lower case. English terms also match with a plural ending. */
export const CONCEPTS: readonly (readonly string[])[] = `
database|database|数据库
key-value|key value|键值
relational|relational|关系型|关系数据库
os|operating system|操作系统
network|network|networking|网络
computer|computer|计算机|电脑
service-mesh|service mesh|服务网格
distributed|distributed|分布式
system|system|系统
algorithm|algorithm|算法
data-structure|data structure|数据结构
compiler|compiler|编译器|编译原理|编译
interpreter|interpreter|解释器
language|language|语言
programming|programming|编程|程序设计
programmer|programmer|程序员
pattern|pattern|模式
design|design|设计
architecture|architecture|架构|体系结构
performance|performance|性能
security|security|安全
cryptography|cryptography|密码学|加密
blockchain|blockchain|区块链
smart-contract|smart contract|智能合约
machine-learning|machine learning|机器学习
deep-learning|deep learning|深度学习
neural|neural network|神经网络
reinforcement|reinforcement learning|强化学习
ai|artificial intelligence|人工智能
nlp|natural language processing|自然语言处理
vision|computer vision|计算机视觉
data|data|数据
big-data|big data|大数据
intensive|intensive|密集型|密集
application|application|应用
analysis|analysis|分析
science|science|科学
engineering|engineering|工程
software|software|软件
hardware|hardware|硬件
container|container|容器
image|image|镜像|图像
kernel|kernel|内核
linux|linux
cloud|cloud|云计算|云原生|云
search|search|search engine|搜索引擎|搜索
cache|cache|caching|缓存
queue|queue|队列
message|message|消息
microservice|microservice|微服务
frontend|frontend|front end|前端
backend|backend|back end|后端
full-stack|full stack|全栈
web|web|网页
mobile|mobile|移动端|移动
game|game|游戏
graphics|graphics|图形学|图形
math|math|mathematics|数学
linear-algebra|linear algebra|线性代数|线代
calculus|calculus|微积分
probability|probability|概率论|概率
statistics|statistics|统计学|统计
discrete|discrete mathematics|discrete math|离散数学
physics|physics|物理学|物理
chemistry|chemistry|化学
biology|biology|生物学|生物
quantum|quantum|量子
economics|economics|economy|经济学|经济
finance|finance|金融
investing|investing|investment|投资
accounting|accounting|会计
management|management|管理学|管理
marketing|marketing|营销
business|business|商业
psychology|psychology|心理学|心理
philosophy|philosophy|哲学
sociology|sociology|社会学
history|history|历史|简史
politics|politics|political|政治
law|law|法律
literature|literature|文学
novel|novel|小说
poetry|poetry|poem|诗歌|诗
art|art|艺术
music|music|音乐
piano|piano|钢琴
guitar|guitar|吉他
keyboard|keyboard|键盘
singing|singing|唱歌|歌唱
drawing|drawing|绘画|画画
painting|painting|油画
photography|photography|摄影
cooking|cooking|烹饪|做饭
fitness|fitness|workout|健身
running|running|跑步
swimming|swimming|游泳
skating|skating|roller skating|轮滑
yoga|yoga|瑜伽
sport|sport|运动|体育
entertainment|entertainment|娱乐
travel|travel|旅行|旅游
english|english|英语|英文
chinese|chinese|中文|汉语
japanese|japanese|日语|日文
german|german|德语
french|french|法语
spanish|spanish|西班牙语
vocabulary|vocabulary|词汇|词汇量|单词
grammar|grammar|语法
writing|writing|写作
speaking|speaking|口语|演讲
listening|listening|听力
thinking|thinking|思考|思维
critical|critical thinking|批判性思维
fast-slow|fast and slow|快与慢
habit|habit|习惯
time-management|time management|时间管理
self|self|自我
life|life|人生|生命|生活
death|death|死亡
love|love|爱情|爱
happiness|happiness|幸福
wealth|wealth|财富
money|money|金钱
mind|mind|心智|头脑
brain|brain|大脑
world|world|世界
war|war|战争
peace|peace|和平
revolution|revolution|革命
empire|empire|帝国
universe|universe|宇宙
time|time|时间
future|future|未来
tomorrow|tomorrow|明天|未来简史
human|human|humankind|人类
sapiens|sapiens|人类简史
gene|gene|基因
selfish|selfish|自私
evolution|evolution|进化
nature|nature|自然
society|society|社会
culture|culture|文化
religion|religion|宗教
god|god|上帝|神
king|king|国王
prince|prince|王子
child|child|children|孩子|儿童
woman|woman|women|女人|女性
man|man|men|男人
mother|mother|母亲
father|father|父亲
friend|friend|朋友
house|house|房子
city|city|城市
sea|sea|海
island|island|岛
mountain|mountain|山
river|river|河
wind|wind|风
fire|fire|火
light|light|光
night|night|夜
day|day|日子
old-man|old man|老人
solitude|solitude|孤独
three-body|three body|三体
foundation|foundation|基地
dune|dune|沙丘
martian|martian|火星救援
little-prince|little prince|小王子
animal-farm|animal farm|动物农场|动物庄园
crime|crime|罪
punishment|punishment|罚
pride|pride|傲慢
prejudice|prejudice|偏见
gatsby|gatsby|盖茨比
hundred-years|hundred years|百年
norwegian-wood|norwegian wood|挪威的森林
kafka|kafka|卡夫卡
meditation|meditations|沉思录
republic|republic|理想国
capital|capital|资本论|资本
wealth-nations|wealth of nations|国富论
principle|principle|原则|原理
clean-code|clean code|代码整洁之道
pragmatic|pragmatic|务实
refactoring|refactoring|重构
test|test|testing|测试
load-balancing|load balancing|负载均衡
gateway|gateway|网关
proxy|proxy|代理
protocol|protocol|协议
monitoring|monitoring|监控
metrics|metric|指标
observability|observability|可观测性|可观测
logging|logging|log|日志
tracing|tracing|链路追踪
plugin|plugin|插件
cluster|cluster|集群
scheduler|scheduler|scheduling|调度
storage|storage|存储
file-system|file system|filesystem|文件系统
concurrency|concurrency|并发
parallel|parallel|并行
transaction|transaction|事务
consensus|consensus|共识
consistency|consistency|一致性
optimization|optimization|优化
deployment|deployment|deploy|部署
configuration|configuration|config|配置
automation|automation|自动化
virtual|virtual|virtualization|虚拟|虚拟化
memory|memory|内存
thread|thread|线程
process|process|进程
text-editor|text editor|文本编辑器
signal|signal|信号
acoustics|acoustics|声学
speech|speech|语音
synthesis|synthesis|合成
simulation|simulation|模拟|仿真
robot|robot|robotics|机器人
electronics|electronics|电子
circuit|circuit|电路
open-source|open source|开源
project|project|项目
source-code|source code|源码|源代码
documentation|documentation|docs|文档
interview|interview|面试
resume|resume|简历
blog|blog|博客
paper|paper|论文
note|note|笔记
exam|exam|考试
dynamic-programming|dynamic programming|动态规划
graph|graph|图论|图
tree|tree|树
sorting|sorting|排序
string|string|字符串
regex|regular expression|正则表达式
functional|functional|函数式
object-oriented|object oriented|面向对象
type|type|类型
crawler|crawler|爬虫
recommendation|recommendation|推荐系统|推荐
knowledge|knowledge|知识
introduction|introduction|导论|概论|入门
advanced|advanced|高级|进阶
practical|practical|实用|实战
art-of|the art of|艺术|之道
modern|modern|现代
ancient|ancient|古代
classic|classic|classical|经典|古典
theory|theory|理论
method|method|方法
`
  .trim()
  .split("\n")
  .map((row) => row.split("|"));
