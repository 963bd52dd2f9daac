package dk.genvej.citizen;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.testing.Citizens.inventedCpr;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A citizen gets another CPR number (R85). */
class CprChangeTest {

  private final World world = new World().on("2025-01-13");
  private final String replacement = inventedCpr("750642");
  private final UUID id = aCitizen(world).with("cpr", replacement).registeredBy(world.vera);

  @Test
  void aRealNumberTakesTheReplacementNumbersPlaceAndFindsTheCitizen() {
    var real = inventedCpr("180642");

    var changed = change(real).ok();

    assertThat(changed.version()).isEqualTo(2);
    assertThat(shown("/cpr")).isEqualTo(real);
    assertThat(shown("/birthDate")).as("of the real number").isEqualTo("1942-06-18");
    assertThat(found(real)).isEqualTo(id.toString());
    assertThat(found(replacement)).isEmpty();
  }

  @Test
  void aReplacementNumberSaysNothingOfTheBirthDate() {
    change(inventedCpr("790642")).ok();

    assertThat(shown("/birthDate")).isEqualTo("1942-06-15");
  }

  @Test
  void theNumberBeforeStaysSealedInTheHistoryAndTheLogTellsWhoAndWhy() {
    var real = inventedCpr("150642");
    change(real).ok();

    assertThat(sealedIn(1)).isEqualTo(replacement);
    assertThat(sealedIn(2)).isEqualTo(real);
    assertThat(
            world.value(
                "select string_agg(content::text, '') from record_version where record_id = '"
                    + id
                    + "'"))
        .doesNotContain(replacement, real);
    assertThat(
            world.value(
                "select concat_ws(' ', operation, version, author_id, reason) from change_log where"
                    + " record_id = '"
                    + id
                    + "' and version = 2"))
        .isEqualTo("changeCpr 2 " + world.vera.id() + " Rigtigt nummer fra folkeregisteret");
  }

  @Test
  void aNumberOfAnotherRecordIsRefusedInWordsAndTellsNothingOfWhose() {
    var syd = inventedCpr("150642");
    aCitizen(world).with("cpr", syd).in(world.sydArea).registeredBy(world.vera);
    var inNordOnly =
        world.user("nora", "Nora Visitator", dk.genvej.shared.Role.VISITATOR, world.nord);
    Api.as(inNordOnly).get("/me").ok();

    var seen = change(syd).refused(409, "CPR_ALREADY_REGISTERED");
    var unseen = change(Api.as(inNordOnly), syd).refused(409, "CPR_ALREADY_REGISTERED");

    assertThat(seen.at("/detail"))
        .isEqualTo(unseen.at("/detail"))
        .contains("to registreringer af samme borger, kan en koordinator lægge dem sammen");
    assertThat(
            change(Api.as(world.vera).with("Accept-Language", "en"), syd)
                .refused(409, "CPR_ALREADY_REGISTERED")
                .at("/detail"))
        .contains("two records of one citizen, a coordinator can merge them");
    assertThat(shown("/version")).isEqualTo("1");
  }

  @Test
  void theSameNumberOrNoNumberIsRefused() {
    change(replacement).refused(409, "CPR_UNCHANGED");
    change("3202421234").refused(422, "CPR_MALFORMED");

    assertThat(world.versions("citizen", id)).isEqualTo("1");
  }

  @Test
  void aTabletThatHoldsTheCitizenIsToldAndTheCourseGoesOn() {
    new Story(world, id).referredTo(world.anna, "2025-01-13").planned();
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();

    change(inventedCpr("180642")).ok();
    var answer = tablet.sync();

    assertThat(answer.at("/citizens/0/whole").asBoolean()).isFalse();
    var person = tablet.one(id, "person");
    assertThat(person.get("version").asInt()).isEqualTo(2);
    assertThat(person.get("birthDate").asText()).isEqualTo("1942-06-18");
    assertThat(person.has("cpr")).isFalse();
  }

  @Test
  void itIsSentAgainWithoutHarm() {
    var vera = Api.as(world.vera).mutation(Ids.next());
    var real = inventedCpr("150642");

    var first = change(vera, real).ok();
    var again = change(vera, real).ok();

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(world.versions("citizen", id)).isEqualTo("1,2");
  }

  private Answer change(String cpr) {
    return change(Api.as(world.vera), cpr);
  }

  private Answer change(Api caller, String cpr) {
    return caller.post(
        "/citizens/" + id + "/cpr",
        Map.of("cpr", cpr, "reason", "Rigtigt nummer fra folkeregisteret"));
  }

  private String shown(String pointer) {
    return Api.as(world.vera).get("/citizens/%s", id).ok().at(pointer);
  }

  private String found(String cpr) {
    return Api.as(world.vera).search("/citizens/search", Map.of("cpr", cpr)).ok().at("/items/0/id");
  }

  private String sealedIn(int version) {
    var sealed =
        world.value(
            "select content ->> 'cpr_sealed' from record_version where record_id = '%s' and version = %d"
                .formatted(id, version));
    var context = TestServer.running().context();
    @SuppressWarnings("unchecked")
    TransactionOperations<Connection> database = context.getBean(TransactionOperations.class);
    return database.executeWrite(
        status -> {
          MunicipalityKeys.enter(status.getConnection(), world.municipality);
          return context
              .getBean(CprVault.class)
              .open(world.municipality, id, HexFormat.of().parseHex(sealed.substring(2)))
              .digits();
        });
  }
}
