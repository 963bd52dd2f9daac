package dk.genvej.exports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder that the record system empties: the PDF first, then the JSON, each under another name
 * until it is whole. A file that can be seen is complete, and a JSON's PDF is there.
 *
 * @param name of the record system behind it
 */
public record FolderReceiver(String name, Path folder) implements CourseReceiver {

  @Override
  public void take(CourseTold told) throws IOException {
    Files.createDirectories(folder);
    if (told.pdf() != null) {
      put(told.name() + ".pdf", told.pdf());
    }
    put(told.name() + ".json", told.json());
  }

  private void put(String file, byte[] content) throws IOException {
    var unfinished = folder.resolve("." + file + ".part");
    try (var out =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (var left = ByteBuffer.wrap(content); left.hasRemaining(); ) {
        out.write(left);
      }
      out.force(true);
    }
    Files.move(unfinished, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }
}
