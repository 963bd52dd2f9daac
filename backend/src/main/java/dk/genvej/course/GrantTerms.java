package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.PERIOD_REVERSED;
import static dk.genvej.shared.ProblemCode.UNKNOWN_CODE;

import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a visitator grants.
 *
 * @param level3 the municipality's own code and name of it, where it has one
 * @param until the last day, included (O16)
 */
public record GrantTerms(
    UUID code,
    @Nullable Level3 level3,
    List<String> deliveryTypes,
    LocalDate from,
    @Nullable LocalDate until,
    GrantState state) {

  public GrantTerms {
    deliveryTypes = deliveryTypes.stream().distinct().toList();
  }

  /** A local code of the third level with its name. */
  public record Level3(String code, String display) {}

  /**
   * Every reason against. The code is judged on the first day of the grant, so that an edit long
   * after is not refused because the code has gone since.
   *
   * @param level3Codes those the municipality has named; none named leaves them free
   */
  List<Refusal> refuse(GrantCode meant, LegalBasis basis, Map<String, String> level3Codes) {
    var local = level3;
    var foreign = local != null && !level3Codes.isEmpty() && !level3Codes.containsKey(local.code());
    return Stream.of(
            meant.refuse(basis, from),
            Refusal.at("/localLevel3/code", UNKNOWN_CODE).when(foreign),
            Refusal.at("/until", PERIOD_REVERSED)
                .with("from", from)
                .when(until != null && until.isBefore(from)))
        .flatMap(Optional::stream)
        .toList();
  }
}
