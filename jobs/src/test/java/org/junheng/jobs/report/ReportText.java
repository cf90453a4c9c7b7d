package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages of a report as their readers see them. */
final class ReportText {
    private static final Pattern CARRIED =
            Pattern.compile("<script type=\"application/json\" class=\"more\">(.*?)</script>");

    private ReportText() {}

    /** One line of a page (a sentence, or a row of a table) that says all of it. */
    static void found(String page, String... all) {
        assertTrue(
                page.lines().anyMatch(line -> Stream.of(all).allMatch(line::contains)),
                () -> Arrays.toString(all) + " in " + page.lines().limit(400).collect(Collectors.joining("\n")));
    }

    /** A page as its reader sees it: a line for each sentence and for each row, those that its script shows last. */
    static String text(Path page) throws IOException {
        String markup = Files.readString(page);
        return written(markup) + carried(markup);
    }

    /** The rows of long tables that a page carries for its script. */
    private static String carried(String markup) throws IOException {
        StringBuilder rows = new StringBuilder();
        Matcher carried = CARRIED.matcher(markup);
        while (carried.find()) {
            JsonNode table = new ObjectMapper().readTree(carried.group(1));
            for (int row = 0; row < table.path("n").asInt(); row++) {
                for (JsonNode column : table.path("columns")) {
                    JsonNode cell = PageTables.at(column, row);
                    rows.append(cell.isArray() ? cell.path(0).asText() : cell.asText())
                            .append(' ');
                }
                rows.append('\n');
            }
        }
        return rows.toString();
    }

    private static String written(String markup) {
        return markup.replaceAll("(?s)<(script|style)\\b.*?</\\1>", "")
                .replaceAll("\"[^\"<]*\"", "")
                .replaceAll("(?s)</?(p|tr|li|h\\d|dd|section|table|div|figure|svg|text)\\b[^>]*>", "\n")
                .replaceAll("</t[dh]>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
