package dk.genvej.testing;

import dk.genvej.shared.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Goals as a therapist sends them. */
public final class Goals {

  private Goals() {}

  public static Map<String, Object> draft(UUID conditionId) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("citizensWords", "Jeg vil kunne tage brusebad selv");
    draft.put("conditionId", conditionId);
    draft.put("measure", "Antal bade om ugen uden hjælp");
    draft.put("baseline", "Får hjælp til alle bade");
    draft.put("baselineValue", 0);
    draft.put("baselineOn", "2025-01-17");
    draft.put("target", "Klarer to bade om ugen alene");
    draft.put("targetValue", 2);
    draft.put("targetOn", "2025-04-14");
    draft.put("unit", "bade om ugen");
    draft.put("agreedWithCitizen", true);
    return draft;
  }

  /** The same as an edit. */
  public static Map<String, Object> edit(Map<String, Object> draft) {
    var edit = new LinkedHashMap<>(draft);
    edit.remove("id");
    edit.put("status", "OPEN");
    return edit;
  }

  /** The goal's id. */
  public static UUID set(TestUser therapist, UUID courseId, UUID conditionId) {
    return Api.as(therapist)
        .post("/courses/" + courseId + "/goals", draft(conditionId))
        .created()
        .id();
  }
}
