package dk.genvej.sync;

import dk.genvej.work.EditForm;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The edits that can be put together, by their operations. */
@Singleton
class MergeForms {

  private final Map<String, EditForm> byOperation;

  MergeForms(List<EditForm> forms) {
    byOperation =
        forms.stream().collect(Collectors.toMap(EditForm::operation, Function.identity()));
  }

  Optional<EditForm> of(String operation) {
    return Optional.ofNullable(byOperation.get(operation));
  }
}
