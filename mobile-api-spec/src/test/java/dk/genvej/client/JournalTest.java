package dk.genvej.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir Path folder;

  @Test
  void aStopAtAnyByteLeavesTheWholeEntriesAndRoomForTheNext() throws IOException {
    var file = folder.resolve("whole");
    var ends = new ArrayList<Integer>();
    try (var journal = Journal.open(file)) {
      for (int i = 0; i < 12; i++) {
        journal.append(content(i));
        ends.add((int) journal.size());
      }
    }
    var all = Files.readAllBytes(file);

    for (int length = 0; length <= all.length; length++) {
      var cut = folder.resolve("cut" + length);
      Files.write(cut, Arrays.copyOf(all, length));
      int bytes = length;
      int whole = (int) ends.stream().filter(end -> end <= bytes).count();

      assertThat(texts(cut)).as("%d bytes", length).isEqualTo(texts(whole));
      try (var journal = Journal.open(cut)) {
        journal.append("next".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(texts(cut)).hasSize(whole + 1).endsWith("next");
    }
  }

  @Test
  void rubbishWhereTheLastEntryShouldBeIsCutOff() throws IOException {
    var file = folder.resolve("journal");
    try (var journal = Journal.open(file)) {
      journal.append(content(1));
      journal.append(content(2));
    }
    var all = Files.readAllBytes(file);
    all[all.length - 1] ^= 1;
    Files.write(file, all);

    assertThat(texts(file)).isEqualTo(List.of(text(1)));
  }

  @Test
  void aBrokenEntryBeforeOthersIsNotThrownAwayInSilence() throws IOException {
    var file = folder.resolve("journal");
    try (var journal = Journal.open(file)) {
      journal.append(content(1));
      journal.append(content(2));
    }
    var all = Files.readAllBytes(file);
    all[8] ^= 1;
    Files.write(file, all);

    assertThatThrownBy(() -> Journal.open(file)).isInstanceOf(DamagedJournalException.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(all);
  }

  @Test
  void aStopAtAnyByteOfARewriteLeavesTheOldOrTheNew() throws IOException {
    var file = folder.resolve("journal");
    try (var journal = Journal.open(file)) {
      journal.append(content(1));
      journal.append(content(2));
    }
    var old = Files.readAllBytes(file);
    try (var journal = Journal.open(file)) {
      journal.replace("all of it".getBytes(StandardCharsets.UTF_8));
      journal.append(content(3));
    }
    assertThat(texts(file)).containsExactly("all of it", text(3));

    var fresh = Files.readAllBytes(file);
    for (int length = 0; length <= fresh.length; length++) {
      Files.write(file, old);
      Files.write(folder.resolve("journal.new"), Arrays.copyOf(fresh, length));
      assertThat(texts(file)).containsExactly(text(1), text(2));
    }
  }

  @Test
  void twoProgramsDoNotShareOne() throws IOException {
    var file = folder.resolve("journal");
    try (var _ = Journal.open(file)) {
      assertThatThrownBy(() -> Journal.open(file)).hasMessageContaining("in use");
    }
  }

  private static List<String> texts(int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(JournalTest::text).toList();
  }

  private static List<String> texts(Path file) throws IOException {
    try (var journal = Journal.open(file)) {
      return journal.found().stream()
          .map(content -> new String(content, StandardCharsets.UTF_8))
          .toList();
    }
  }

  private static byte[] content(int number) {
    return text(number).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(int number) {
    return "entry " + number + "x".repeat(number * 3);
  }
}
