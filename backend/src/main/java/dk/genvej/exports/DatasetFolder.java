package dk.genvej.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The files of one dataset: each under its name when it is whole, each with its checksum. */
final class DatasetFolder {

  private final Path folder;
  private final List<DatasetReport.File> files = new ArrayList<>();

  DatasetFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Something that writes rows and answers how many. */
  interface Content {
    long writeTo(OutputStream out) throws IOException, SQLException;
  }

  void put(String name, Content content) throws IOException, SQLException {
    var unfinished = folder.resolve("." + name + ".part");
    var digest = sha256();
    long rows;
    try (var out = new DigestOutputStream(Files.newOutputStream(unfinished), digest)) {
      rows = content.writeTo(out);
    }
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    files.add(new DatasetReport.File(name, rows, HexFormat.of().formatHex(digest.digest())));
  }

  List<DatasetReport.File> files() {
    return List.copyOf(files);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the JDK has SHA-256", impossible);
    }
  }
}
