package dk.genvej.tracking;

import java.util.List;

/** All that one row tells: its columns, and the results of its instruments. */
record OutcomeFigures(OutcomeContent content, List<InstrumentResult> instruments) {

  OutcomeFigures {
    instruments = List.copyOf(instruments);
  }

  OutcomeKey key() {
    return content.key();
  }
}
