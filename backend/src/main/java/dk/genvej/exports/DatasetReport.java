package dk.genvej.exports;

import java.util.List;

/**
 * What was written.
 *
 * @param leftOut courses that too few share anything with; 0 unless for research
 */
public record DatasetReport(List<File> files, long leftOut) {

  public DatasetReport {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param sha256 of its bytes, in hex
   */
  public record File(String name, long rows, String sha256) {}
}
