package dk.genvej.client;

import dk.genvej.api.model.MutationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Every mutation the server has acknowledged, as it was told the first time. Only appended to, and
 * never read by the client itself: it is what the server is held against.
 */
final class Ledger implements AutoCloseable {

  private final Journal journal;
  private final Map<UUID, MutationResult> acknowledged = new LinkedHashMap<>();

  private Ledger(Journal journal) {
    this.journal = journal;
  }

  static Ledger open(Path file) throws IOException {
    var ledger = new Ledger(Journal.open(file));
    for (var line : ledger.journal.found()) {
      var result = Json.read(line, MutationResult.class);
      ledger.acknowledged.put(result.getId(), result);
    }
    return ledger;
  }

  /** Writes down those that are new. */
  void add(Collection<QueuedMutation> mutations) throws IOException {
    for (var mutation : mutations) {
      var result = mutation.result();
      if (mutation.state() == MutationState.ACKNOWLEDGED
          && result != null
          && !acknowledged.containsKey(mutation.id())) {
        journal.append(Json.bytes(result));
        acknowledged.put(mutation.id(), result);
      }
    }
  }

  Map<UUID, MutationResult> acknowledged() {
    return new LinkedHashMap<>(acknowledged);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
