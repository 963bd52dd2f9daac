package dk.genvej.check.push;

import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.notification.NotificationKind;
import dk.genvej.shared.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * People with one to three devices each, and what they are told: rows, written past every policy.
 * Their apps are installed anew now and then when their token has died.
 */
final class PushPeople {

  private static final List<NotificationKind> KINDS = List.of(NotificationKind.values());

  private final Connection superuser;
  private final int municipality;
  private final SplittableRandom chance;
  private final List<UUID> people = new ArrayList<>();
  private final Map<String, UUID> deviceByToken = new HashMap<>();
  private final Map<UUID, Integer> installed = new HashMap<>();

  PushPeople(Connection superuser, int municipality, long seed) {
    this.superuser = superuser;
    this.municipality = municipality;
    this.chance = new SplittableRandom(seed);
  }

  /** Whose token it is or was. */
  UUID device(String token) {
    return deviceByToken.getOrDefault(token, new UUID(0, 0));
  }

  void hire(int count, Instant now) throws SQLException {
    var hired = Stream.generate(Ids::next).limit(count).toList();
    try (var user =
        superuser.prepareStatement(
            "insert into app_user (municipality_id, id, subject, name, first_seen_at)"
                + " values (?, ?, ?, 'Medarbejder', ?)")) {
      for (var person : hired) {
        bind(user, municipality, person, "push-" + person, now);
      }
      user.executeBatch();
    }
    equip(hired, now);
  }

  /** Gives those who are there one to three devices that can be woken. */
  void equip(Collection<UUID> staff, Instant now) throws SQLException {
    people.addAll(staff);
    try (var device =
        superuser.prepareStatement(
            "insert into device (municipality_id, id, user_id, name, client_version,"
                + " registered_at, push_token, push_token_at)"
                + " values (?, ?, ?, 'Tavle', '1.0.0', ?, ?, ?)")) {
      for (var person : staff) {
        for (int n = chance.nextInt(1, 4); n > 0; n--) {
          var id = Ids.next();
          bind(device, municipality, id, person, now, tokenOf(id), now);
        }
      }
      device.executeBatch();
    }
  }

  /** The app on the device gets another each time it is installed. */
  private String tokenOf(UUID device) {
    int nth = installed.merge(device, 1, Integer::sum);
    var token = FcmStandIn.token(device + "#" + nth);
    deviceByToken.put(token, device);
    return token;
  }

  void tell(int count, Instant now) throws SQLException {
    try (var told =
        superuser.prepareStatement(
            "insert into notification (municipality_id, id, recipient_id, kind, cause_id, due_on,"
                + " citizen_id, send_at, sent_at) values (?, ?, ?, ?, ?, '2025-02-11', ?, ?, ?)")) {
      for (int i = 0; i < count; i++) {
        var person = people.get(chance.nextInt(people.size()));
        var kind = KINDS.get(chance.nextInt(KINDS.size())).name();
        bind(told, municipality, Ids.next(), person, kind, Ids.next(), Ids.next(), now, now);
      }
      told.executeBatch();
    }
  }

  /** Half of those without a token install the app anew. */
  void reinstall(Instant now) throws SQLException {
    var dead = new ArrayList<UUID>();
    try (var query =
        superuser.prepareStatement(
            "select id from device where municipality_id = ? and push_token is null order by id")) {
      query.setInt(1, municipality);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          dead.add(rows.getObject(1, UUID.class));
        }
      }
    }
    try (var renew =
        superuser.prepareStatement(
            "update device set push_token = ?, push_token_at = ? where municipality_id = ? and id ="
                + " ?")) {
      for (var device : dead) {
        if (chance.nextBoolean()) {
          bind(renew, tokenOf(device), now, municipality, device);
        }
      }
      renew.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      var value = values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
    statement.addBatch();
  }
}
