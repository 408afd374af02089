// For people with a desktop VS Code: runs the extension's own suite there with @vscode/test-cli, after `npm run build`:
//   npx --package @vscode/test-cli@0.0.15 --package @vscode/test-electron@3.1.0 vscode-test
// `npm test` runs the same suite without a desktop. The tool reads the configuration from the default export.
export default {
  label: "the extension in desktop VS Code",
  files: "client/dist/test/suites.cjs",
  extensionDevelopmentPath: ".",
  workspaceFolder: "test-fixtures/greeter",
  useInstallation: { fromMachine: true },
  mocha: { ui: "tdd", timeout: 60_000 },
};
