package dk.genvej.work;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What {@link Records} needs of the repository of a table.
 *
 * @param <T> the row
 */
public interface Rows<T> {

  Optional<T> find(int municipality, UUID id);

  /**
   * @param ids as the text of an array, so that the statement is the same however many there are
   */
  List<T> all(int municipality, String ids);

  void save(T row);

  void update(T row);

  void saveAll(List<T> rows);

  void updateAll(List<T> rows);
}
