package dk.genvej.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** What can be done to a sound body so that nobody may take it. */
enum Hostility {
  EXTRA_PROPERTY {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      sound.put(one(random, "authorId", "stamp", "municipalityId", "seq", "__proto__", "x"), "1");
      return bytes(sound);
    }
  },
  TOO_DEEP {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      int depth = 25 + random.nextInt(3_000);
      return replaced(sound, text, "[".repeat(depth) + "]".repeat(depth));
    }
  },
  TOO_LONG {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      sound.put(text, "æ".repeat(9_000 + random.nextInt(60_000)));
      return bytes(sound);
    }
  },
  NUL {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      return replaced(sound, text, "\"Godt\\u0000skjult\"");
    }
  },
  LONE_SURROGATE {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      return replaced(
          sound, text, one(random, "\"\\ud800\"", "\"a\\udfff\"", "\"\\udc00\\ud800\""));
    }
  },
  WRONG_TYPE {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      var name = property(sound, random);
      var other = other(sound.get(name), random);
      sound.set(name, other);
      return bytes(sound);
    }
  },
  HUGE_NUMBER {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      var number = one(random, "1e400", "-1e999", "9".repeat(400), "NaN", "1e2147483647", "0x1F");
      return replaced(sound, property(sound, random), number);
    }
  },
  KEY_TWICE {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      var name = property(sound, random);
      var json = sound.toString();
      return utf8("{\"" + name + "\":" + sound.get(name) + "," + json.substring(1));
    }
  },
  CUT_OFF {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      var json = sound.toString();
      return utf8(json.substring(0, random.nextInt(json.length())));
    }
  },
  NOT_UTF8 {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      sound.put(text, "\u0001");
      var bytes = sound.toString().replace("\\u0001", "?").getBytes(StandardCharsets.ISO_8859_1);
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '?') {
          bytes[i] = (byte) (0x80 + random.nextInt(0x40));
        }
      }
      return bytes;
    }
  },
  PROPERTY_MISSING {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      sound.remove(property(sound, random));
      return bytes(sound);
    }
  },
  TWO_DOCUMENTS {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      return utf8(sound + one(random, " {}", "\n[]", " 1", " " + sound));
    }
  },
  NOT_JSON {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      var json = sound.toString();
      return utf8(
          one(
              random,
              json.replace('"', '\''),
              "/* x */" + json,
              json.replace("}", ",}"),
              "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM"
                  + " \"file:///etc/passwd\">]><a>&b;</a>",
              "\ufeff" + json,
              "[" + json + "]",
              ""));
    }
  },
  BOMB {
    @Override
    byte[] of(ObjectNode sound, String text, Random random) {
      return Bomb.BYTES;
    }

    @Override
    boolean packed() {
      return true;
    }
  };

  /**
   * The hostile body.
   *
   * @param sound may be changed
   * @param text a property with free text
   */
  abstract byte[] of(ObjectNode sound, String text, Random random);

  /** Sent as gzip. */
  boolean packed() {
    return false;
  }

  /** Forty megabytes of blanks in forty kilobytes. */
  private static final class Bomb {
    private static final byte[] BYTES = bytes();

    private static byte[] bytes() {
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        var blanks = new byte[1 << 20];
        java.util.Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < 40; i++) {
          gzip.write(blanks);
        }
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
      return packed.toByteArray();
    }
  }

  /** Of another kind of JSON than it was; null is no value of anything here. */
  private static JsonNode other(JsonNode was, Random random) {
    var nodes = JsonNodeFactory.instance;
    var kinds =
        List.<JsonNode>of(
            nodes.objectNode().put("a", 1), nodes.booleanNode(true), nodes.nullNode());
    var kind = kinds.get(random.nextInt(kinds.size()));
    return kind.getNodeType() == was.getNodeType() ? nodes.nullNode() : kind;
  }

  private static String property(ObjectNode body, Random random) {
    var names = body.properties().stream().map(java.util.Map.Entry::getKey).toList();
    return names.get(random.nextInt(names.size()));
  }

  private static byte[] replaced(ObjectNode body, String property, String raw) {
    body.put(property, "\u0001");
    return utf8(body.toString().replace("\"\\u0001\"", raw));
  }

  @SafeVarargs
  private static <T> T one(Random random, T... all) {
    return all[random.nextInt(all.length)];
  }

  private static byte[] bytes(ObjectNode body) {
    return utf8(body.toString());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
