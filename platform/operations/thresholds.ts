/**
 * From when on an operator should look. The checks of health say `noticed` there, the page of figures draws them as lines,
 * and the alarms of docs/operate/alerts.yml are held to them by a test.
 */
export const thresholds = {
  /** An act that is released waits so long for its place in the log: the sequencer stands still. */
  waitingActSeconds: 60,
  /** The published checkpoint was cosigned so long ago: an idle log is cosigned every minute. */
  checkpointAgeSeconds: 10 * 60,
  /** A mail that may go waits so long. */
  dueMailSeconds: 60 * 60,
  /** A file waits so long to be looked at; until then no desk gets it. */
  waitingFileSeconds: 10 * 60,
  /** The smallest question to the database takes so long: pages wait for connections. */
  databaseAnswerSeconds: 1,
  /** Of all requests so many fail: one in a hundred. */
  failedRequestShare: 0.01,
} as const;
