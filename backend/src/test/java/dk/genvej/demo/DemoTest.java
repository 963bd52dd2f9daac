package dk.genvej.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.access.UnitKind;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.Citizens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoTest {

  @Test
  void everyDemoUserLogsInAndIsMetWithTheRightNameRoleAndUnit() {
    for (var municipality : DemoMunicipalities.both()) {
      for (var user : municipality.staff()) {
        var me = RunningDemo.get("/api/v1/me", RunningDemo.token(user.username())).json();
        assertThat(me.at("/id").asText()).as(user.username()).isEqualTo(user.id().toString());
        assertThat(me.at("/name").asText()).isEqualTo(user.name());
        assertThat(me.at("/municipality/name").asText()).isEqualTo(municipality.name());
        assertThat(me.at("/roles/0/role").asText()).isEqualTo(user.role().name());
        assertThat(me.at("/roles/0/unit/name").asText()).isEqualTo(user.unit().name());
      }
    }
  }

  @Test
  void theLargeMunicipalityHasTheStaffOfSlagelse() {
    var large = DemoMunicipalities.LARGE;
    assertThat(large.staff(Role.THERAPIST)).hasSize(12);
    assertThat(large.staff(Role.VISITATOR)).hasSize(7);
    assertThat(large.staff()).hasSizeBetween(540, 560);
    assertThat(large.units(UnitKind.DISTRICT)).hasSize(3);
    assertThat(large.units(UnitKind.SUPPLIER)).hasSize(2);
    for (var municipality : DemoMunicipalities.both()) {
      for (var role : Role.values()) {
        assertThat(municipality.staff(role)).as(municipality.name() + " " + role).isNotEmpty();
      }
    }
  }

  @Test
  void sameSeedSamePeople() {
    var first = DemoMunicipalities.LARGE.staff(Role.THERAPIST).getFirst();
    var again = new DemoStaff(890, "storaa", 890L);
    again.hire(Role.COORDINATOR, 1, DemoMunicipalities.LARGE.root());
    again.hire(Role.THERAPIST, 1, first.unit());
    assertThat(again.hired().getLast()).isEqualTo(first);
  }

  @Test
  void dataKeysAndClockAreStillThereAfterARestart() throws IOException {
    var vera = RunningDemo.token("visitator1.lilleby");
    var area = DemoMunicipalities.SMALL.units(UnitKind.CARE_AREA).getFirst();
    var id = Ids.next();
    var draft =
        Map.of(
            "id", id,
            "cpr", Citizens.inventedCpr("150642"),
            "name", "Bodil Genstart",
            "birthDate", "1942-06-15",
            "address", Map.of("street", "Prøvevej 2", "postCode", "4200", "city", "Lilleby"),
            "careAreaId", area.id(),
            "flags", Citizens.flags(),
            "responsibleVisitatorId", RunningDemo.user("visitator1.lilleby").id());
    var made = RunningDemo.post("/api/v1/citizens", vera, draft);
    assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    RunningDemo.post("/demo/clock", "{\"days\":1}");
    var day = RunningDemo.get("/demo/clock").json().at("/today").asText();
    var cpr = RunningDemo.get("/api/v1/citizens/" + id, vera).json().at("/cpr").asText();

    RunningDemo.restart();

    assertThat(RunningDemo.get("/demo/clock").json().at("/today").asText()).isEqualTo(day);
    var again = RunningDemo.token("visitator1.lilleby");
    var found = RunningDemo.get("/api/v1/citizens/" + id, again).json();
    assertThat(found.at("/name").asText()).isEqualTo("Bodil Genstart");
    assertThat(found.at("/cpr").asText()).isEqualTo(cpr).isNotEmpty();
  }

  @Test
  void itsSecretsAreItsOwnersAlone() throws IOException {
    for (var secret : new String[] {"cpr-master-key.json", "issuer-key.json"}) {
      var mode = Files.getPosixFilePermissions(RunningDemo.home().resolve(secret));
      assertThat(PosixFilePermissions.toString(mode)).as(secret).isEqualTo("rw-------");
    }
  }

  @Test
  void theSmallMunicipalityIsEmptyAndBeginsOnTheDayIngerIsDischarged() {
    assertThat(Demo.SMALL_BEGINS).isEqualTo(LocalDate.of(2025, 1, 9));
    var today = LocalDate.parse(RunningDemo.get("/demo/clock").json().at("/today").asText());
    assertThat(today).isBetween(Demo.SMALL_BEGINS, Demo.SMALL_BEGINS.plusYears(3));
    var me = RunningDemo.get("/api/v1/me", RunningDemo.token("leder1.lilleby")).json();
    assertThat(me.at("/today").asText()).isEqualTo(today.toString());
  }

  @Test
  void aFolderThatIsInUseAndAPortThatIsTakenAreToldInASentence() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var home = RunningDemo.home().resolveSibling(RunningDemo.home().getFileName() + "-port");
      var options = new DemoOptions(home, taken.getLocalPort(), null, false);
      assertThatThrownBy(() -> Demo.start(options, DemoProgress.silent()))
          .isInstanceOf(DemoException.class)
          .hasMessage(
              "Port "
                  + taken.getLocalPort()
                  + " of 127.0.0.1 is taken: choose another with --port.");
    }
    RunningDemo.running();
    assertThatThrownBy(
            () ->
                Demo.start(
                    new DemoOptions(RunningDemo.home(), 0, null, false), DemoProgress.silent()))
        .hasMessageContaining("in use by another running Genvej");
  }

  @Test
  void theDayOfTheLargeMunicipalityIsGivenAtTheStartAndOnlyGoesForward() {
    var home = RunningDemo.home().resolveSibling(RunningDemo.home().getFileName() + "-today");
    var day = LocalDate.of(2025, 4, 14);
    try (var demo = Demo.start(new DemoOptions(home, 0, day, false), DemoProgress.silent())) {
      assertThat(demo.today(DemoMunicipalities.LARGE)).isEqualTo(day);
    }
    var earlier = new DemoOptions(home, 0, day.minusDays(1), false);
    assertThatThrownBy(() -> Demo.start(earlier, DemoProgress.silent()))
        .isInstanceOf(DemoException.class)
        .hasMessageContaining("its clock only goes forward");
  }
}
