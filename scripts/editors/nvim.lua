-- Drives the language server from Neovim as a person would: waits for diagnostics, hovers, goes to a definition; prints one line for each.
-- nvim --clean --headless -u nvim.lua FILE.wit, with WIT_SERVER naming server/dist/cli.js. Takes Neovim 0.7 (Debian 12) and 0.11.
local cmd = { 'node', vim.env.WIT_SERVER, '--stdio' }

if vim.lsp.config then
  vim.filetype.add({ extension = { wit = 'wit' } })
  vim.lsp.config('wit', { cmd = cmd, filetypes = { 'wit' }, root_markers = { 'wit', '.git' } })
  vim.lsp.enable('wit')
else
  -- Before 0.11 a client is started by hand; 0.7's vim.filetype.add() is off unless asked for.
  vim.cmd('autocmd BufRead,BufNewFile *.wit setfiletype wit')
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'wit',
    callback = function(event)
      local root = vim.fn.fnamemodify(event.match, ':p:h:h')
      local id = vim.lsp.start_client({ name = 'wit', cmd = cmd, root_dir = vim.fn.getcwd() or root })
      vim.lsp.buf_attach_client(event.buf, id)
    end,
  })
end

local function say(text)
  io.stdout:write((text:gsub('%s*\n%s*', ' / ')) .. '\n')
end

-- Waits until `get` gives something, or ends Neovim with code 1.
local function await(what, get)
  local value
  vim.wait(15000, function()
    value = get()
    return value ~= nil
  end, 20)
  if value == nil then
    say('FAIL no ' .. what)
    vim.cmd('cquit 1')
  end
  return value
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end

local function run()
  local list = await('diagnostics', function()
    local found = vim.diagnostic.get(0)
    return #found > 0 and found or nil
  end)
  for _, d in ipairs(list) do
    say(('diagnostic %d:%d %s'):format(d.lnum + 1, d.col + 1, d.message))
  end
  vim.fn.cursor(vim.fn.search('-> point'), 1)
  vim.fn.search('-> \\zspoint')
  vim.lsp.buf.hover()
  say('hover ' .. await('hover', floating_text))
  vim.lsp.buf.definition()
  local place = await('definition', function()
    local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t')
    return name ~= 'moves.wit' and name .. ':' .. vim.fn.line('.') or nil
  end)
  say('definition ' .. place)
  vim.cmd('qall!')
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    vim.schedule(function()
      local ok, problem = pcall(run)
      if not ok then
        say('FAIL ' .. tostring(problem))
        vim.cmd('cquit 1')
      end
    end)
  end,
})
