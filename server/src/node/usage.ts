// What is wrong with how the command line was used, told apart from what goes wrong while it runs.

export class UsageError extends Error {}
