// One at a time in this folder (an install, a build), also when earlier ones were killed.
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './installed.mjs'

// A holder touches its file every second, so an older one belongs to a pid that was given to somebody else.
const staleAfterMs = 120_000

/**
 * Waits until nobody else does `what` here, then holds the turn until `release()`. Tells `onWait(pid)` once.
 * `note(pid)` names the tool that works for us, so that a tool that outlives us is waited for, never raced.
 */
export async function takeTurn(what, onWait) {
  // Outside node_modules and build, which are emptied while the turn is held.
  const file = join(root, `.turn-${what}`)
  let told = false
  while (!create(file)) {
    const holder = readHolder(file)
    if (holder?.pids.some(alive) && Date.now() - holder.touched < staleAfterMs) {
      if (!told) onWait(holder.pids[0])
      told = true
      await pause(100)
    } else if (holder) {
      takeAway(file, holder)
    }
  }
  const touch = setInterval(() => {
    const now = new Date()
    utimesSync(file, now, now)
  }, 1000)
  touch.unref()
  return {
    note: pid => writeFileSync(file, JSON.stringify({ pids: [process.pid, pid] })),
    release: () => {
      clearInterval(touch)
      rmSync(file, { force: true })
    },
  }
}

/** Appears with its content or not at all: a link either succeeds or finds the name taken. */
function create(file) {
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify({ pids: [process.pid] }))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function readHolder(file) {
  try {
    const text = readFileSync(file, 'utf8')
    return { text, pids: JSON.parse(text).pids, touched: statSync(file).mtimeMs }
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    return { text: '', pids: [], touched: 0 }
  }
}

/** Two may find the same dead holder: whoever moves a file that is no longer the dead one puts it back. */
function takeAway(file, holder) {
  const aside = `${file}.old.${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== holder.text) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
