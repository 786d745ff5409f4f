// Parts of this room that most commands do without, loaded where they are needed.

/** Reading nunc.yaml. */
export const loadSettings = () => import("./settings.ts");

/** The store with its writing side. */
export const loadStore = () => import("./store.ts");

/** Making a home and looking it over. */
export const loadCare = async () => {
  const [{ defaultHome }, { doctor }, { initHome }] = await Promise.all([
    import("./default-home.ts"),
    import("./doctor.ts"),
    import("./init.ts"),
  ]);
  return { defaultHome, doctor, initHome };
};
