package dk.genvej.sync;

import dk.genvej.api.model.MutationPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ids in the address of an operation, by their names there, and whose records they name. */
final class DispatchPath {

  private static final Map<String, Name> NAMES = new LinkedHashMap<>();

  static {
    name("citizenId", "citizen", MutationPath::getCitizenId, MutationPath::setCitizenId);
    name("referralId", "referral", MutationPath::getReferralId, MutationPath::setReferralId);
    name("courseId", "course", MutationPath::getCourseId, MutationPath::setCourseId);
    name("pauseId", "pause", MutationPath::getPauseId, MutationPath::setPauseId);
    name("conditionId", "condition", MutationPath::getConditionId, MutationPath::setConditionId);
    name("grantId", "care_grant", MutationPath::getGrantId, MutationPath::setGrantId);
    name("noteId", "note", MutationPath::getNoteId, MutationPath::setNoteId);
    name("goalId", "goal", MutationPath::getGoalId, MutationPath::setGoalId);
    name("scoresId", "score", MutationPath::getScoresId, MutationPath::setScoresId);
    name("visitId", "visit", MutationPath::getVisitId, MutationPath::setVisitId);
    name("agreementId", "agreement", MutationPath::getAgreementId, MutationPath::setAgreementId);
    name(
        "registrationId",
        "registration",
        MutationPath::getRegistrationId,
        MutationPath::setRegistrationId);
    name(
        "evaluationId", "evaluation", MutationPath::getEvaluationId, MutationPath::setEvaluationId);
  }

  private DispatchPath() {}

  private record Name(
      String table,
      Function<MutationPath, @Nullable UUID> get,
      BiConsumer<MutationPath, UUID> set) {}

  private static void name(
      String name,
      String table,
      Function<MutationPath, @Nullable UUID> get,
      BiConsumer<MutationPath, UUID> set) {
    NAMES.put(name, new Name(table, get, set));
  }

  static MutationPath of(Map<String, UUID> ids) {
    var path = new MutationPath();
    ids.forEach((name, id) -> Objects.requireNonNull(NAMES.get(name)).set().accept(path, id));
    return path;
  }

  /** The ids that are there, by name, in the order of the names. */
  static SortedMap<String, UUID> ids(@Nullable MutationPath path) {
    var ids = new TreeMap<String, UUID>();
    if (path != null) {
      NAMES.forEach(
          (name, how) -> {
            var id = how.get().apply(path);
            if (id != null) {
              ids.put(name, id);
            }
          });
    }
    return ids;
  }

  /** The table that holds what an id of that name names. */
  static String table(String name) {
    return Objects.requireNonNull(NAMES.get(name)).table();
  }
}
