package dk.genvej.client;

import java.io.IOException;
import java.nio.file.Path;

/** The disk has changed what was written; nothing is thrown away without a person. */
public final class DamagedJournalException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedJournalException(Path file, int at) {
    super(file + " is damaged at byte " + at + ", before its end: keep a copy of it");
  }
}
