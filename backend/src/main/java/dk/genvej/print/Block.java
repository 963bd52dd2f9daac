package dk.genvej.print;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A part of a sheet. Text is put in as text, never as markup, so whatever somebody wrote is shown
 * as it was written.
 */
final class Block {

  private final Element element;

  Block(Element element) {
    this.element = element;
  }

  /** A new part inside this one, at its end. */
  Block part(String tag, @Nullable String style) {
    var part = Objects.requireNonNull(element.getOwnerDocument()).createElement(tag);
    if (style != null) {
      part.setAttribute("class", style);
    }
    element.appendChild(part);
    return new Block(part);
  }

  Block part(String tag) {
    return part(tag, null);
  }

  /** A line of its own. */
  Block line(String tag, @Nullable String style, String text) {
    part(tag, style).text(text);
    return this;
  }

  Block line(String text) {
    return line("p", null, text);
  }

  Block text(String text) {
    element.appendChild(Objects.requireNonNull(element.getOwnerDocument()).createTextNode(text));
    return this;
  }

  /** What people wrote: each of their lines is a paragraph. */
  Block words(String written) {
    written.lines().filter(line -> !line.isBlank()).forEach(line -> line(line.strip()));
    return this;
  }

  /** “Målet: klarer det selv”. */
  Block fact(String label, String value) {
    part("p", "fact").line("b", null, label + ":").text(" " + value);
    return this;
  }

  Block bullets(List<String> items) {
    var list = part("ul");
    items.forEach(item -> list.line("li", null, item));
    return this;
  }

  /**
   * Three columns, the first telling what the row is about.
   *
   * @param style how wide they are
   */
  Block table(String style, List<String> header, List<List<String>> rows) {
    var table = part("table", style);
    var head = table.part("thead").part("tr");
    header.forEach(name -> head.line("th", null, name));
    var body = table.part("tbody");
    for (var row : rows) {
      var line = body.part("tr");
      row.forEach(value -> line.line("td", null, value));
    }
    return this;
  }

  Block attribute(String name, String value) {
    element.setAttribute(name, value);
    return this;
  }
}
