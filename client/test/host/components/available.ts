/** Languages without a compiler of the system's whose tools are there, and Go; the script that starts the tests says which. */
export const languages = new Set((process.env.EXT_TEST_LANGUAGES ?? "").split(","));
