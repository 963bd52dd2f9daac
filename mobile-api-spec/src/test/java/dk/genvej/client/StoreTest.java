package dk.genvej.client;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.api.model.Mutation;
import dk.genvej.api.model.MutationOutcome;
import dk.genvej.api.model.MutationResult;
import dk.genvej.api.model.Note;
import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.PushAnswer;
import dk.genvej.api.model.Stamp;
import dk.genvej.api.model.SyncedCitizen;
import dk.genvej.api.model.UserRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens on a device, a stop at any byte leaves the state after some whole step. */
class StoreTest {

  private static final OffsetDateTime NOW = FakeServer.NOW;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aStopAtAnyByteLeavesTheStateAfterAWholeStep(long seed) throws IOException {
    var random = new Random(seed);
    var file = folder.resolve("journal");
    var states = new TreeMap<Integer, String>();
    try (var store = Store.open(file)) {
      states.put(0, state(store));
      for (int step = 0; step < 6; step++) {
        store.append(anything(random, store));
        states.put((int) Files.size(file), state(store));
      }
    }
    var all = Files.readAllBytes(file);
    var cut = folder.resolve("cut");
    for (int length = 0; length <= all.length; length++) {
      Files.write(cut, Arrays.copyOf(all, length));
      try (var store = Store.open(cut)) {
        assertThat(state(store))
            .as("%d bytes", length)
            .isEqualTo(states.floorEntry(length).getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void compactionChangesNothingThatCanBeSeen(long seed) throws IOException {
    var random = new Random(seed);
    var file = folder.resolve("journal");
    for (int round = 0; round < 4; round++) {
      String before;
      try (var store = Store.open(file)) {
        for (int step = 0; step < 15; step++) {
          store.append(anything(random, store));
        }
        before = state(store);
        store.compact();
        assertThat(state(store)).isEqualTo(before);
      }
      try (var store = Store.open(file)) {
        assertThat(state(store)).isEqualTo(before);
      }
    }
  }

  private static Entry anything(Random random, Store store) throws IOException {
    return switch (random.nextInt(7)) {
      case 0, 1, 2 -> recorded(random);
      case 3 -> new Entry.Sent(ids(store));
      case 4 -> Entry.answered(Json.bytes(answer(random, ids(store))));
      case 5 -> Entry.pulled(Json.bytes(page(random, store)));
      default -> decided(random, store);
    };
  }

  private static Entry recorded(Random random) throws IOException {
    var mutation = new Mutation(id(random), "addNote", NOW);
    mutation.setBody(Map.of("text", "Æblet faldt " + random.nextInt(), "value", 2.50));
    return Entry.recorded(Json.bytes(mutation));
  }

  private static Entry decided(Random random, Store store) {
    var ids = ids(store);
    var id = ids.isEmpty() ? id(random) : ids.get(random.nextInt(ids.size()));
    return new Entry.Decided(
        id, random.nextBoolean() ? Entry.Decision.AGAIN : Entry.Decision.LET_GO);
  }

  private static PushAnswer answer(Random random, List<UUID> ids) {
    var outcomes = MutationOutcome.values();
    var results =
        ids.stream()
            .map(id -> new MutationResult(id, outcomes[random.nextInt(outcomes.length)], 201))
            .toList();
    return new PushAnswer(epoch(random), NOW, "r" + random.nextInt(), results, "1.0.0");
  }

  private static PullAnswer page(Random random, Store store) {
    var held = new ArrayList<>(store.citizens().keySet());
    var citizens = new ArrayList<SyncedCitizen>();
    for (var id : held.isEmpty() ? List.of(id(random)) : held) {
      var citizen = new SyncedCitizen(id, random.nextInt(4) == 0, id(random));
      citizen.setNotes(List.of(note(random)));
      citizens.add(citizen);
    }
    citizens.add(new SyncedCitizen(id(random), true, id(random)));
    var removals = held.isEmpty() || random.nextBoolean() ? List.<UUID>of() : held.subList(0, 1);
    return new PullAnswer(
        epoch(random),
        NOW,
        "c" + random.nextInt(),
        random.nextBoolean(),
        3,
        1,
        citizens,
        removals,
        List.of(),
        "1.0.0");
  }

  private static Note note(Random random) {
    return new Note(
        id(random), 1, "Gik til postkassen", new Stamp(new UserRef(id(random), "Mette"), NOW));
  }

  private static UUID epoch(Random random) {
    return new UUID(7, random.nextInt(2));
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static List<UUID> ids(Store store) {
    return store.mutations().stream().map(QueuedMutation::id).toList();
  }

  private static String state(Store store) {
    return Json.text(store.mutations())
        + Json.text(new TreeMap<>(store.citizens()))
        + Json.text(store.position());
  }
}
