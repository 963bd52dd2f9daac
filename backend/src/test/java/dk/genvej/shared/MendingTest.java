package dk.genvej.shared;

import static dk.genvej.shared.Mending.AUTHORS_TIME;
import static dk.genvej.shared.ProblemCode.ALREADY_ANNULLED;
import static dk.genvej.shared.ProblemCode.BODY_INVALID;
import static dk.genvej.shared.ProblemCode.CORRECTION_TOO_LATE;
import static dk.genvej.shared.ProblemCode.NOT_THE_AUTHOR;
import static dk.genvej.shared.Role.COORDINATOR;
import static dk.genvej.shared.Role.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MendingTest {

  private static final UUID ANNA = new UUID(0, 1);
  private static final UUID BO = new UUID(0, 2);
  private static final UUID CARLA = new UUID(0, 3);
  private static final Instant RECEIVED = Instant.parse("2025-02-10T11:00:00Z");
  private static final Instant A_DAY_LATER = Instant.parse("2025-02-11T11:00:00Z");

  private final Mending entry = new Mending(ANNA, RECEIVED, false);

  @Test
  void theAuthorMendsAnEntryFor24Hours() {
    assertThat(codes(ANNA, THERAPIST, A_DAY_LATER, "tastefejl")).isEmpty();
    assertThat(codes(ANNA, THERAPIST, A_DAY_LATER.plusSeconds(1), "tastefejl"))
        .containsExactly(CORRECTION_TOO_LATE);
  }

  @Test
  void aCoordinatorMendsItAtAnyTimeAndOthersNever() {
    assertThat(codes(CARLA, COORDINATOR, A_DAY_LATER.plusSeconds(1), "tastefejl")).isEmpty();
    assertThat(codes(BO, THERAPIST, RECEIVED, "tastefejl")).containsExactly(NOT_THE_AUTHOR);
  }

  @Test
  void mendingAlwaysNeedsAReason() {
    assertThat(codes(CARLA, COORDINATOR, RECEIVED, " ")).containsExactly(BODY_INVALID);
  }

  @Test
  void whatIsAnnulledIsMendedByNobody() {
    var annulled = new Mending(ANNA, RECEIVED, true);

    assertThat(annulled.refuse(CARLA, COORDINATOR, RECEIVED, AUTHORS_TIME, "igen"))
        .extracting(Refusal::code)
        .containsExactly(ALREADY_ANNULLED);
  }

  private List<ProblemCode> codes(UUID actor, Role role, Instant now, String reason) {
    return entry.refuse(actor, role, now, AUTHORS_TIME, reason).stream()
        .map(Refusal::code)
        .toList();
  }
}
