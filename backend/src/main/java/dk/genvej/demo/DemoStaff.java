package dk.genvej.demo;

import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Hires invented people; the same seed hires the same people. */
final class DemoStaff {

  private static final Map<Role, String> LOGINS =
      Map.of(
          Role.THERAPIST, "terapeut",
          Role.CARE_STAFF, "sosu",
          Role.NURSE, "sygeplejerske",
          Role.SUPPLIER, "leverandoer",
          Role.VISITATOR, "visitator",
          Role.COORDINATOR, "koordinator",
          Role.LEADER, "leder",
          Role.ADMINISTRATOR, "administrator",
          Role.LOG_CONTROLLER, "logkontrol");

  private static final String[] FIRST =
      ("Anna Asta Birgit Bodil Camilla Carla Ditte Dorte Ellen Else Freja Gerda Hanne Helle Ida"
           + " Inge Jette Julie Karen Kirsten Laura Lene Lone Maja Marie Mette Nanna Nina Oda Pia"
           + " Rikke Signe Sofie Tove Ulla Vera Aage Anders Anton Bent Bo Carl Daniel Egon Emil"
           + " Erik Frederik Georg Hans Henrik Ib Jens Jonas Karl Kasper Lars Magnus Mads Niels Ole"
           + " Oskar Peter Rasmus Svend Thomas Tobias Ulrik Viggo Villy Åge")
          .split(" ");

  private static final String[] LAST =
      ("Agerskov Birkelund Bjergager Brink Dalgård Degn Egelund Engtoft Fjordbo Fuglsang Granhøj"
           + " Grønlund Hasselbo Havemark Hedelund Holmriis Klitbjerg Krogager Kvist Lindehøj Lyng"
           + " Markvad Mosebo Møllevang Nørreskov Overby Ravnkilde Rugager Skovlund Stenholt"
           + " Strandlyng Søholm Tangelund Tranekær Vadmand Vestermark Ådal Ørum")
          .split(" ");

  private static final String[] WORDS =
      ("havre bøgeblad kastanje lyng rødbede solsort strandsten timian tyttebær valmue vibe anemone"
              + " brombær fyrtårn hyldeblomst kløver mælkebøtte ravstykke sandal skovsti")
          .replace('ø', 'o')
          .replace('æ', 'a')
          .replace('å', 'a')
          .split(" ");

  private final int municipality;
  private final String place;
  private final Random random;
  private final Map<Role, Integer> numbers = new EnumMap<>(Role.class);
  private final List<DemoUser> hired = new ArrayList<>();

  DemoStaff(int municipality, String place, long seed) {
    this.municipality = municipality;
    this.place = place;
    this.random = new Random(seed);
  }

  void hire(Role role, int count, DemoUnit unit) {
    for (int i = 0; i < count; i++) {
      var username = LOGINS.get(role) + numbers.merge(role, 1, Integer::sum) + "." + place;
      hired.add(new DemoUser(municipality, username, name(), role, unit, password(username)));
    }
  }

  List<DemoUser> hired() {
    return hired;
  }

  private String name() {
    return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
  }

  /** A word and two digits by the user name: easy to type, and the same in every demo. */
  private static String password(String username) {
    var bits = Ids.named("demo password " + username).getMostSignificantBits();
    return WORDS[(int) Long.remainderUnsigned(bits, WORDS.length)]
        + "-"
        + (10 + Long.remainderUnsigned(bits >>> 32, 90));
  }
}
