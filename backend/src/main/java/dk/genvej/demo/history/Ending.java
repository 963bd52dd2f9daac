package dk.genvej.demo.history;

/** How a contact or its course ends. */
enum Ending {
  /** Assessed as not suitable: 37 % (København 2018: 63 % get a course). */
  UNSUITABLE,
  /** Stopped after the start: 8 % (Slagelse 2016: “større frafald undervejs”, no number given). */
  STOPPED,
  SELF_RELIANT,
  LESS_HELP,
  UNCHANGED,
  MORE_HELP
}
