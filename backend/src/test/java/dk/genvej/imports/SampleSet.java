package dk.genvej.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Writes the sample set of {@code src/main/resources/sample}: an invented municipality as its
 * record system would export it. The same seed writes the same bytes.
 *
 * <p>To write it anew: run this class with the folder as its argument.
 */
final class SampleSet {

  /** The day the files are as of. */
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  private static final long SEED = 2500;

  /** Who receives home care in Slagelse, 2020 average (F1). */
  private static final int CITIZENS = 2500;

  /** 32 contacts a week for eight weeks: 1,063 suitable a year are 63 % of them (F5, F9). */
  private static final int CONTACTS = 256;

  private final Random random = new Random(SEED);
  private final List<SampleCitizen> citizens = new ArrayList<>();
  private final Set<Integer> asked = new HashSet<>();
  private final List<String> contacts = new ArrayList<>();
  private final List<String> grants = new ArrayList<>();

  private SampleSet() {
    var people = new SampleCitizens(random);
    for (int i = 0; i < CITIZENS; i++) {
      citizens.add(people.next(AS_OF));
    }
    contacts();
    var grantsOf = new SampleGrants(random);
    citizens.stream()
        .filter(citizen -> !citizen.newApplicant())
        .forEach(citizen -> grants.addAll(grantsOf.of(citizen, AS_OF)));
  }

  /** Name and content of each file. */
  static Map<String, String> files() {
    var set = new SampleSet();
    var files = new LinkedHashMap<String, String>();
    files.put(
        "citizens.csv",
        file(FileKind.CITIZENS, set.citizens.stream().map(SampleCitizen::line).toList()));
    files.put("grants.csv", file(FileKind.GRANTS, set.grants));
    files.put("contacts.csv", file(FileKind.CONTACTS, set.contacts));
    files.put("population.csv", file(FileKind.POPULATION, SampleCounts.inhabitants()));
    files.put("recipients.csv", file(FileKind.RECIPIENTS, SampleCounts.recipients()));
    return files;
  }

  public static void main(String... arguments) throws IOException {
    for (var file : files().entrySet()) {
      Files.writeString(Path.of(arguments[0], file.getKey()), file.getValue());
    }
  }

  static String header(FileKind kind) {
    return String.join(";", kind.columns().stream().map(Column::name).toList());
  }

  private static String file(FileKind kind, List<String> lines) {
    return header(kind) + "\n" + String.join("\n", lines) + "\n";
  }

  private void contacts() {
    for (int i = 0; i < CONTACTS; i++) {
      int who = someoneElse();
      var received = AS_OF.minusDays(1 + (CONTACTS - 1 - i) * 55L / CONTACTS);
      var admitted = random.nextInt(100) < 38;
      var fresh = !admitted && random.nextInt(100) < 35;
      if (fresh) {
        citizens.set(who, citizens.get(who).asNewApplicant());
      }
      var cleaning = !admitted && random.nextInt(100) < 18;
      contacts.add(
          String.join(
              ";",
              "H-%05d".formatted(70_000 + i),
              citizens.get(who).key(),
              cleaning ? "RENGØRING" : "HJEMMEPLEJE",
              admitted ? "A" + (11 + random.nextInt(4)) : source(),
              received.toString(),
              admitted ? "EFTER_INDLÆGGELSE" : fresh ? "NY_ANSØGER" : reason(),
              admitted ? received.minusDays(random.nextInt(3)).toString() : "",
              admitted ? "Opdigtet Sygehus" : "",
              admitted && random.nextBoolean() ? "ja" : "nej"));
    }
  }

  /** Nobody has two contacts open. */
  private int someoneElse() {
    int who;
    do {
      who = random.nextInt(CITIZENS);
    } while (!asked.add(who));
    return who;
  }

  private String source() {
    return SampleCitizens.pick(random, "A1 A1 A1 A2 A2 A4 A4 A4 A5 A6 A7 A9".split(" "));
  }

  private String reason() {
    return SampleCitizens.pick(
        random,
        "MERE_HJÆLP MERE_HJÆLP FALD_I_FUNKTION FALD_I_FUNKTION TIDLIG_OPSPORING ANDET".split(" "));
  }
}
