package dk.genvej.notification;

import dk.genvej.shared.ArrayText;
import java.util.List;
import java.util.function.Function;

/** Notices as the arrays of a statement. */
record NoticeRows(List<Notice> notices) {

  String ids() {
    return array(Notice::id);
  }

  String kinds() {
    return array(Notice::kind);
  }

  String causes() {
    return array(Notice::causeId);
  }

  String days() {
    return array(Notice::dueOn);
  }

  String citizens() {
    return array(Notice::citizenId);
  }

  String courses() {
    return array(Notice::courseId);
  }

  String moments() {
    return array(Notice::sendAt);
  }

  private String array(Function<Notice, Object> value) {
    return ArrayText.of(notices.stream().map(value).toList());
  }
}
