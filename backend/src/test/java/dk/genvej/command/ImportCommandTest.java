package dk.genvej.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

  private static final String GOOD =
      """
      borger_id;cpr;navn;plejeområde
      B-1;150642-0007;Inger Opdigtet;Nord 1
      B-2;160642-0005;Åse Påfund;nord 1
      """;

  private final World world = new World();
  private final StringWriter out = new StringWriter();
  private final Map<String, String> settings =
      Map.of(
          "datasources.default.url", TestServer.running().installation().url(),
          "datasources.default.password", TestServer.running().installation().password(),
          "genvej.cpr.master-key-file", Path.of("target", "test-master-key.json").toString());

  @TempDir private Path folder;

  @BeforeEach
  void configure() {
    settings.forEach(System::setProperty);
  }

  @AfterEach
  void forget() {
    settings.keySet().forEach(System::clearProperty);
  }

  @Test
  void aGoodFileIsImportedAndTold() throws IOException {
    assertThat(imports(GOOD)).isZero();

    assertThat(out.toString()).contains("Fil med borgere: 2 linjer, UTF-8", "Nye: 2", "Ingen fejl");
    assertThat(citizens()).isEqualTo("2");
  }

  @Test
  void aFileWithABadLineIsImportedWithoutItAndSaysSo() throws IOException {
    assertThat(imports(GOOD + "B-3;31;Ib Opdigtet;Nord 1\n")).isEqualTo(3);

    assertThat(out.toString()).contains("1 linjer med fejl", "linje 4, kolonne cpr: CPR-nummeret");
    assertThat(citizens()).isEqualTo("2");
  }

  @Test
  void aTrialRunWritesNothing() throws IOException {
    assertThat(imports(GOOD, "--dry-run")).isZero();

    assertThat(out.toString()).contains("Prøve: intet er indlæst");
    assertThat(citizens()).isEqualTo("0");
  }

  @Test
  void aSnapshotThatEndsMuchNeedsAYes() throws IOException {
    imports(GOOD);
    var half = GOOD.lines().limit(2).reduce("", (a, b) -> a + b + "\n");

    assertThat(imports(half, "--snapshot")).isEqualTo(1);
    assertThat(imports(half, "--snapshot", "--yes")).isZero();
    assertThat(out.toString()).contains("Afbrudt; intet er indlæst", "afsluttede: 1");
  }

  /** As {@code serve} does, of which it is a part: nothing else is set here. */
  @Test
  void theSettingsMayStandInTheFileOfTheInstallation() throws IOException {
    forget();
    var lines =
        settings.entrySet().stream().map(one -> one.getKey() + ": '" + one.getValue() + "'");
    var config = Files.write(folder.resolve("genvej.yml"), lines.toList());

    assertThat(imports(GOOD, "--config", config.toString())).isZero();
    assertThat(citizens()).isEqualTo("2");
  }

  @Test
  void wrongUseIsRefusedBeforeAnythingIsRead() throws IOException {
    assertThat(run("--kind", "neighbours", "--municipality", "1", "x.csv")).isEqualTo(2);
    assertThat(run("--kind", "contacts", "--municipality", "1", "--snapshot", "x.csv"))
        .isEqualTo(2);
    assertThat(run("--kind", "citizens", "x.csv")).isEqualTo(2);
  }

  private int imports(String content, String... more) throws IOException {
    var file = Files.writeString(folder.resolve("borgere.csv"), content);
    var arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of("--kind", "citizens", "--municipality", "" + world.municipality, file.toString()));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return new CommandLine(new ImportCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(arguments);
  }

  private String citizens() {
    return world.value("select count(*) from citizen where municipality_id = :m");
  }
}
