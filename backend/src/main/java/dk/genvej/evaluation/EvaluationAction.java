package dk.genvej.evaluation;

/** What a therapist does to an evaluation. None of them deletes it (R5). */
enum EvaluationAction {
  SAVE,
  SUBMIT,
  CORRECT
}
