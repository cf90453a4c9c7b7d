package org.junheng.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a page with every row, those that it carries for its script too, and the key of each number as the script of the report finds it. */
final class PageTables {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SUBJECT = Pattern.compile("data-subject=\"([^\"]*)\"");
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern TABLE = Pattern.compile(
            "(?s)<div class=\"scroll\"[^>]*aria-label=\"([^\"]*)\">\\s*<table>\\s*<thead><tr>(.*?)</tr></thead>\\s*<tbody>(.*?)</tbody>\\s*</table>\\s*"
                    + "(?:<script type=\"application/json\" class=\"more\">(.*?)</script>)?");
    private static final Pattern MORE =
            Pattern.compile("(?s)<script type=\"application/json\" class=\"more\">(.*?)</script>");
    private static final Pattern ROW = Pattern.compile("(?s)<tr(?: data-key=\"([^\"]*)\")?>(.*?)</tr>");
    private static final Pattern CELL = Pattern.compile(
            "(?s)<t[dh](?: scope=\"col\")?(?: class=\"([^\"]*)\")?(?: data-key=\"([^\"]*)\")?>(.*?)</t[dh]>");
    private static final Pattern NUMBER = Pattern.compile("(^| )(number|[A-Z_]{4,})( |$)");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final int KEY_OF_CELL = 3;

    private PageTables() {}

    /** A cell of a table. */
    record Shown(String text, String style, String key) {}

    /** A row of a table, with the subject of its page and its key. */
    private record Row(Where where, String table, String subject, String key) {}

    /** A cell that bears a number, in the table of this name and under this head. */
    record Bearing(Where where, String table, String head, String text, String key) {}

    /** Whether a table stands by itself or behind a picture. */
    enum Where {
        PAGE,
        PICTURE
    }

    static List<Bearing> of(Path page) throws IOException {
        String markup = Files.readString(page);
        Matcher subject = SUBJECT.matcher(markup);
        String about = subject.find() ? plain(subject.group(1)) : "";
        List<Bearing> bearing = new ArrayList<>();
        Matcher table = TABLE.matcher(markup);
        while (table.find()) {
            List<Shown> heads = cells(table.group(2));
            String name = plain(table.group(1));
            Where where = markup.lastIndexOf("<figure", table.start()) > markup.lastIndexOf("</figure>", table.start())
                    ? Where.PICTURE
                    : Where.PAGE;
            Matcher row = ROW.matcher(table.group(3));
            while (row.find()) {
                String key = row.group(1) == null ? "" : plain(row.group(1));
                read(new Row(where, name, about, key), heads, cells(row.group(2)), bearing);
            }
            if (table.group(4) != null) {
                JsonNode carried = JSON.readTree(table.group(4));
                for (int i = 0; i < carried.path("n").asInt(); i++) {
                    String key = key(carried.path("keys"), i);
                    read(new Row(where, name, about, key), heads, carried(carried.path("columns"), heads, i), bearing);
                }
            }
        }
        return bearing;
    }

    private static String key(JsonNode parts, int row) {
        List<String> key = new ArrayList<>();
        parts.forEach(part -> key.add(at(part, row).asText()));
        return String.join("|", key);
    }

    /** The links of carried rows that follow from their first cell. */
    static List<String> linksThatFollow(String markup) throws IOException {
        List<String> links = new ArrayList<>();
        Matcher more = MORE.matcher(markup);
        while (more.find()) {
            JsonNode carried = JSON.readTree(more.group(1));
            for (JsonNode column : carried.path("columns")) {
                for (int i = 0; column.has("h") && i < carried.path("n").asInt(); i++) {
                    JsonNode first = at(carried.path("columns").get(0), i);
                    links.add(column.path("h")
                            .asText()
                            .replace("{0}", first.isArray() ? first.path(0).asText() : first.asText()));
                }
            }
        }
        return links;
    }

    /** As {@code keyOf} of {@code report.js}. */
    private static void read(Row row, List<Shown> heads, List<Shown> cells, List<Bearing> bearing) {
        for (int i = 0; i < cells.size(); i++) {
            Shown cell = cells.get(i);
            if (NUMBER.matcher(cell.style()).find()
                    && DIGIT.matcher(cell.text()).find()) {
                String key = cell.key();
                if (key.isEmpty() && !row.key().isEmpty()) {
                    key = filled(row.key(), row.subject(), cells.get(0).text(), heads.get(i));
                }
                bearing.add(new Bearing(
                        row.where(),
                        row.table(),
                        heads.isEmpty() ? "" : heads.get(i).text(),
                        cell.text(),
                        key));
            }
        }
    }

    private static String filled(String key, String subject, String first, Shown head) {
        String[] told = head.key().split(" ", -1);
        String year = told.length > 1 ? told[1] : head.text();
        boolean lacks = (key.contains("{h}") || key.contains("{m}")) && told[0].isEmpty();
        if (lacks || (key.contains("{y}") && !year.matches("\\d{4}"))) {
            return "";
        }
        return key.replace("{s}", subject)
                .replace("{0}", first)
                .replace("{y}", year)
                .replace("{b}", told.length > 2 ? told[2] : "")
                .replace("{h}", told[0])
                .replace("{m}", told[0]);
    }

    private static List<Shown> cells(String row) {
        List<Shown> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(row);
        while (cell.find()) {
            cells.add(new Shown(
                    plain(cell.group(3).replaceAll("<[^>]*>", "")),
                    cell.group(1) == null ? "" : cell.group(1),
                    cell.group(2) == null ? "" : plain(cell.group(2))));
        }
        return cells;
    }

    private static List<Shown> carried(JsonNode columns, List<Shown> heads, int row) {
        List<Shown> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode cell = at(columns.get(i), row);
            String style = cell.isArray() && !cell.path(1).asText().isEmpty()
                    ? cell.path(1).asText()
                    : heads.get(i).style();
            cells.add(new Shown(
                    cell.isArray() ? cell.path(0).asText() : cell.asText(),
                    style,
                    cell.path(KEY_OF_CELL).asText("")));
        }
        return cells;
    }

    /** What a carried column holds in a row, as {@code at} of {@code report.js}. */
    static JsonNode at(JsonNode column, int row) {
        if (column.has("c")) {
            return column.path("c");
        }
        JsonNode places = column.path("i");
        if (places.isMissingNode()) {
            return column.path("v").path(row);
        }
        int place = places.isTextual()
                ? LETTERS.indexOf(places.asText().charAt(row))
                : places.path(row).asInt();
        return column.path("d").path(place);
    }

    private static String plain(String markup) {
        return markup.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
