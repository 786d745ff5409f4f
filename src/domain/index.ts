export * from "./chart/chart.ts";
export { CHART_FONTS, drawChart } from "./chart/draw.ts";
export { printSvg } from "./chart/svg.ts";
export * from "./check/condition.ts";
export { comesLater, type DetectContext, detect, detectorDays } from "./check/detect.ts";
export { nearestDetector, printDetector, readDetector } from "./check/detector-text.ts";
export { applyConditionPatches, type ConditionEdit, conditionPatches, findCondition } from "./check/edit.ts";
export {
  type CheckedDay,
  chanceLower,
  correctionWindows,
  judgeCorrection,
  type Returning,
  returning,
  type Tally,
  tallyOf,
} from "./check/judge.ts";
export { CONDITIONS_FILE, readConditions } from "./check/read.ts";
export { starterConditions } from "./check/starter.ts";
export { outcomeOf } from "./check/words.ts";
export * from "./config/config.ts";
export { CONFIG_DOC } from "./config/doc.ts";
export { CONFIG_KEYS, migrateConfig, readConfig } from "./config/file.ts";
export { setConfigValue } from "./config/splice.ts";
export * from "./day/day.ts";
export { type DayEdit, type DayEditOptions, editDay } from "./day/day-edit.ts";
export { type FactsContext, factsOf, keptByLine } from "./day/day-facts.ts";
export { bestSpans, busySpans, isDayOff, workSpans } from "./day/day-hours.ts";
export { type DayOptions, readDay } from "./day/day-read.ts";
export {
  DAYS_FOLDER,
  dateOfDayFile,
  dayAt,
  dayFile,
  epochMinOf,
  frameOf,
  isoAt,
  minAtWall,
  wallMinutesAt,
} from "./day/day-time.ts";
export { DAY_HEADINGS, DAY_KEYWORDS, keywordText, PIN } from "./day/day-words.ts";
export { YearIndex } from "./day/facts-index.ts";
export { makeReferences, plainTopic, type References, resolveReference } from "./day/references.ts";
export * from "./day/settings.ts";
export * from "./day/spans.ts";
export { type Draft, type DraftBullet, type DraftFact, draftEntry } from "./draft/draft.ts";
export { type LogHabits, readLogHabits } from "./draft/habits.ts";
export { PRIVATE_KINDS, type PrivateFact, type PrivateKind, takeFacts } from "./draft/private-facts.ts";
export { type Drift, readDrift } from "./drift/drift.ts";
export type { DriftEntry, DriftEvidence } from "./drift/evidence.ts";
export { type LogMatcher, type MatchedItem, makeLogMatcher } from "./drift/log-match.ts";
export { sayAgreement } from "./drift/messages.ts";
export * from "./drift/shares.ts";
export { addItem } from "./edit/add.ts";
export { editAndVerify } from "./edit/all.ts";
export { archiveLog, type LogArchive } from "./edit/archive.ts";
export { editItem } from "./edit/item.ts";
export { touchLastmod } from "./edit/lastmod.ts";
export { addLogText, editLogText, removeLogText } from "./edit/log.ts";
export { addLogTexts, type LogTextsWritten } from "./edit/log-several.ts";
export { moveItems } from "./edit/move.ts";
export { findPlace, type Place } from "./edit/place.ts";
export type { Problem } from "./edit/problem.ts";
export { setProgress } from "./edit/progress.ts";
export type { EditOptions, EditRequest, LogTexts } from "./edit/request.ts";
export { setStates } from "./edit/state.ts";
export { verifyEdit } from "./edit/verify.ts";
export {
  type BackTest,
  backTest,
  FIRST_TASKS,
  quantilesOf,
  type TestedCase,
  type TestedGroup,
} from "./forecast/back-test.ts";
export {
  type Estimated,
  FEW_CASES,
  type Finished,
  type Given,
  LEVELS,
  type Quantiles,
} from "./forecast/case.ts";
export {
  type EstimateFile,
  readEstimateFile,
  type Skipped,
  type SkippedWhy,
} from "./forecast/estimate-file.ts";
export { EstimateModel } from "./forecast/estimate-model.ts";
export * from "./forecast/forecast-file.ts";
export { METHODS, type MethodName } from "./forecast/method.ts";
export {
  type DayQuantiles,
  forecastPace,
  type PaceForecast,
  type ProgressPoint,
} from "./forecast/pace.ts";
export { type Scored, type Scores, scoresOf } from "./forecast/score.ts";
export {
  givenSpent,
  LANES,
  type Lane,
  type SimulatedGroup,
  type SimulatedTask,
  type Simulation,
  simulateList,
  type WeekHours,
} from "./forecast/simulate.ts";
export * from "./goal/commitment.ts";
export * from "./goal/commitment-need.ts";
export { GOALS_FILE, readCommitments } from "./goal/commitment-read.ts";
export * from "./goal/commitment-report.ts";
export { formatCommitment } from "./goal/commitment-text.ts";
export * from "./goal/disagreement.ts";
export * from "./goal/goal.ts";
export { NO_ANSWERS } from "./goal/goal-answers.ts";
export { type GoalEdit, goalAt, goalPatches, problemAt, resultAt, serviceAt } from "./goal/goal-edit.ts";
export { readPeriod } from "./goal/goal-period.ts";
export * from "./goal/goal-progress.ts";
export { readGoals } from "./goal/goal-read.ts";
export { starterGoals } from "./goal/goal-starter.ts";
export * from "./goal/importance.ts";
export * from "./item.ts";
export {
  type EstimateKind,
  formatEstimate,
  type Hardness,
  ITEMS_FOLDER,
  type ItemFacts,
  itemNotes,
  itemNotesPatches,
  readEstimate,
  readFacts,
  setFieldPatches,
  yamlScalar,
} from "./item-facts.ts";
export { type FileRecord, inverseOf } from "./journal.ts";
export {
  PAST_BEGIN,
  PAST_VERSION,
  type PastItem,
  type PastMove,
  type PastSpell,
  readItemPast,
} from "./life/item-past.ts";
export { type ItemsPast, openPast, type PastPlace, spellAt } from "./life/item-past-ask.ts";
export * from "./life/life.ts";
export {
  type LifeCache,
  LifeItems,
  LifeMatches,
  MATCH_VERSION,
  readLifeCache,
  writeLifeCache,
} from "./life/life-cache.ts";
export * from "./life/life-since.ts";
export * from "./life/life-spells.ts";
export { sayLife, sayLifeEvent, sayLives } from "./life/life-words.ts";
export { type KnownMatches, type LivesOptions, matchAhead, pairKey, readLives } from "./life/lives.ts";
export { type Matched, matchItems } from "./life/match.ts";
export * from "./life/overview.ts";
export { LIFE_ITEMS_VERSION, lifeItemsOf } from "./life/page-items.ts";
export * from "./life/stale.ts";
export { listPlanReasons, sayPlanReason, sayUnplaced } from "./plan/messages.ts";
export { planDay } from "./plan/plan-day.ts";
export * from "./plan/problem.ts";
export { replanDay } from "./plan/replan-day.ts";
export {
  type CommitmentToPlan,
  type ItemToPlan,
  itemsAtLimit,
  makeTasks,
  type PlanTasksInput,
} from "./plan/tasks.ts";
export { planValue } from "./plan/value.ts";
export * from "./ports.ts";
export * from "./read/page-view.ts";
export { readSaidProgress, type SaidProgress } from "./read/progress-said.ts";
export * from "./read/rules.ts";
export * from "./recall/card.ts";
export { type Question, questionsOf } from "./recall/questions.ts";
export { type CardWords, plainWords, type RecallEdit, recallPatches } from "./recall/recall-edit.ts";
export { readRecall } from "./recall/recall-read.ts";
export { RATING_ALIASES, ratingWord, recallHeading } from "./recall/recall-words.ts";
export { type Memory, nextIntervals, readMemory, recallChance, SCHEDULER } from "./recall/schedule.ts";
export * from "./recall/session.ts";
export * from "./recall/settings.ts";
export { formatCsv } from "./report/csv.ts";
export * from "./report/range.ts";
export * from "./report/report.ts";
export * from "./review/evidence.ts";
export * from "./review/figures.ts";
export type { ItemTurn, ReviewEstimate, ReviewItem } from "./review/items.ts";
export { percentOf } from "./review/messages.ts";
export { reviewParts, reviewWords } from "./review/parts.ts";
export type { ReviewQuestion } from "./review/questions.ts";
export { type Review, readReview, yearBefore } from "./review/review.ts";
export {
  isReviewOf,
  type Renewed,
  renewReview,
  replaceBody,
  reviewBody,
  reviewFile,
  reviewTongue,
  writeReview,
} from "./review/review-file.ts";
export {
  type CorrectionVerdict,
  type ReviewCondition,
  type ReviewCorrection,
  verdictOf,
} from "./review/tallies.ts";
export {
  checkTemplate,
  defaultTemplate,
  type FilledPart,
  fillTemplate,
  PART_NAMES,
  type PartName,
  REVIEW_TEMPLATE,
  REVIEWS_FOLDER,
  templateTongue,
} from "./review/template.ts";
