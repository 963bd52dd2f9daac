package dk.genvej.demo.gateway;

import static dk.genvej.demo.gateway.ReportJudge.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Judges codes.
 *
 * @param afterTransition whether older keys are no longer taken
 */
record Codings(boolean afterTransition, GatewayCodes codes) {

  /** A code of the classification, of that kind, with its own title if any. */
  void fsiii(List<Issue> issues, JsonNode coding, String kind) {
    var one = coding.isArray() ? coding.path(0) : coding;
    var code = one.path("code").asText();
    require(issues, !coding.isArray() || coding.size() == 1, "one code of the " + kind);
    require(
        issues,
        codes.has(kind, code) || (!afterTransition && codes.isLegacy(code)),
        "unknown code of a " + kind);
    require(
        issues,
        !one.has("display") || codes.title(kind, code).equals(one.path("display").asText()),
        "the display of a " + kind + " is not FSIII's");
  }

  static void fixed(List<Issue> issues, JsonNode node, String code) {
    require(issues, node.asText().equals(code), "the code " + code + " is fixed");
  }
}
