/** The first oid that Postgres's own objects do not have (`FirstNormalObjectId`). */
export const firstUserOid = 16384;
