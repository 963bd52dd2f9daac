package dk.genvej.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.citizen.Age;
import dk.genvej.citizen.Cpr;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleSetTest {

  @Test
  void theCommittedFilesAreWhatTheGeneratorWrites() throws IOException {
    int size = 0;
    for (var file : SampleSet.files().entrySet()) {
      assertThat(committed(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
      size += file.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    assertThat(size).isLessThan(1_500_000);
  }

  @Test
  void nobodyInItIsReal() throws IOException {
    var seen = new HashSet<String>();
    for (var line : lines("citizens.csv")) {
      var cpr = Cpr.parse(line[1]).toOptional().orElseThrow();
      assertThat(SampleCitizens.invented(cpr.digits())).as("fails modulus 11").isTrue();
      assertThat(MonthDay.from(cpr.birthDate())).isNotEqualTo(MonthDay.of(1, 1));
      assertThat(cpr.birthDate()).isEqualTo(line[3]);
      assertThat(seen.add(cpr.digits())).isTrue();
    }
    assertThat(seen).hasSize(2500);
  }

  @Test
  void itIsShapedLikeAMunicipality() throws IOException {
    var citizens = lines("citizens.csv");
    var old =
        citizens.stream()
            .filter(line -> Age.on(SampleSet.AS_OF, java.time.LocalDate.parse(line[3])).atLeast(65))
            .count();
    var hidden = citizens.stream().filter(line -> !line[8].isEmpty()).count();

    assertThat(old).isBetween(2200L, 2400L);
    assertThat(hidden).isBetween(35L, 70L);
    assertThat(lines("grants.csv").size()).isGreaterThan(2500);
    assertThat(lines("contacts.csv")).hasSize(256);
  }

  static String committed(String name) throws IOException {
    try (InputStream in = SampleSetTest.class.getResourceAsStream("/sample/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String[]> lines(String name) throws IOException {
    return committed(name).lines().skip(1).map(line -> line.split(";", -1)).toList();
  }
}
