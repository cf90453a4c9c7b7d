package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junheng.jobs.SampleRun;
import org.junheng.jobs.config.Audience;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All pages of the sample for each audience: which there are, where they lead, what they weigh, whom they name. */
class AudiencePagesTest {
    private static final long LIGHT = 300_000;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern CARRIED = Pattern.compile("\"((?:\\.\\./)?(?:[a-z]+/)?[\\w-]+\\.html)\"");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");

    /** What ends a piece of text in a page or in the rows that it carries. */
    private static final Pattern BETWEEN = Pattern.compile("[<>\"\\n]");

    private static final Pattern FETCHED = Pattern.compile(
            "(?i)(src|href|action|data|poster)\\s*=\\s*[\"']?\\s*(https?:|ftp:|//)|url\\(|@import|\\bfetch\\(|XMLHttpRequest|WebSocket|sendBeacon");

    @ParameterizedTest
    @EnumSource(Audience.class)
    void everyPageIsForItsReaders(Audience audience, @TempDir Path folder) throws IOException {
        Path run = SampleRun.folder();
        SummaryTables tables = SummaryTables.of(run, audience, List.of());
        Report.write(folder, tables, Language.EN);
        SortedMap<Path, String> pages = pages(folder.resolve("report"));
        kinds(tables, audience, pages);
        links(pages);
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            assertTrue(Files.size(page.getKey()) < LIGHT, page.getKey() + " " + Files.size(page.getKey()));
            assertTrue(
                    page.getValue().contains("default-src 'none'"),
                    page.getKey().toString());
            Matcher fetched = FETCHED.matcher(page.getValue());
            assertFalse(fetched.find(), () -> page.getKey() + ": " + fetched.group());
        }
        for (String file : List.of("report.js", "report.css")) {
            assertFalse(FETCHED.matcher(Files.readString(folder.resolve("report/" + file)))
                    .find());
        }
        if (audience == Audience.PUBLIC) {
            namesNoSchool(tables, pages);
        } else {
            assertTrue(pages.values().stream().anyMatch(page -> page.contains("2153000001")), "a school is named");
        }
    }

    private static void kinds(SummaryTables tables, Audience audience, SortedMap<Path, String> pages) {
        SortedMap<String, Integer> kinds = new TreeMap<>();
        SortedSet<String> about = new TreeSet<>();
        pages.keySet().forEach(page -> {
            String kind = String.valueOf(page.getParent().getFileName());
            kinds.merge(kind, 1, Integer::sum);
            if (kind.equals("about")) {
                about.add(String.valueOf(page.getFileName()));
            }
        });
        for (String type : List.of("province", "prefecture", "county", "cluster")) {
            assertEquals(tables.places().count(type), kinds.get(type), type);
        }
        assertEquals(audience == Audience.SCHOOL, kinds.containsKey("school"));
        SortedSet<String> lists = new TreeSet<>(List.of(
                "broken.html",
                "changes.html",
                "clusters.html",
                "leads.html",
                "rules.html",
                "run.html",
                "satisfied.html",
                "stocks.html"));
        if (audience != Audience.PUBLIC) {
            lists.add("schools-valueadded.html");
        }
        assertEquals(lists, about);
        assertEquals(1, kinds.get("report"), "the overview");
    }

    /** Every link of a page, and of the rows that it carries, leads to a page that is there, and to a place on it. */
    private static void links(SortedMap<Path, String> pages) throws IOException {
        Map<Path, SortedSet<String>> ids = new HashMap<>();
        pages.forEach((page, text) -> ids.put(page, ids(text)));
        long followed = 0;
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            List<String> links = new ArrayList<>(PageTables.linksThatFollow(page.getValue()));
            for (Pattern pattern : List.of(LINK, CARRIED)) {
                Matcher link = pattern.matcher(page.getValue());
                while (link.find()) {
                    links.add(link.group(1));
                }
            }
            for (String link : links) {
                String[] parts = link.split("#", 2);
                Path to = parts[0].isEmpty()
                        ? page.getKey()
                        : page.getKey().resolveSibling(parts[0]).normalize();
                assertTrue(Files.isRegularFile(to), page.getKey() + " leads to " + link);
                assertTrue(
                        parts.length == 1
                                || ids.getOrDefault(to, Collections.emptySortedSet())
                                        .contains(parts[1]),
                        page.getKey() + " leads to " + link);
                followed++;
            }
        }
        assertTrue(followed > 1_000, followed + " links");
    }

    private static void namesNoSchool(SummaryTables tables, SortedMap<Path, String> pages) {
        SortedMap<String, Places.Place> schools = tables.places().of("school");
        assertTrue(schools.size() > 500);
        Pattern code = Pattern.compile("(?<!\\d)\\d{10}(?!\\d)");
        SortedMap<String, Path> pieces = new TreeMap<>(); // of all pages, each once
        pages.forEach((page, text) -> {
            Matcher number = code.matcher(text);
            while (number.find()) {
                assertFalse(schools.containsKey(number.group()), page + " holds " + number.group());
            }
            BETWEEN.splitAsStream(text).forEach(piece -> pieces.put(piece, page));
        });
        schools.forEach((id, school) -> {
            assertFalse(BETWEEN.matcher(school.name()).find(), school.name() + " would stand in two pieces");
            pieces.forEach((piece, page) -> assertFalse(piece.contains(school.name()), page + " names " + id));
        });
    }

    private static SortedSet<String> ids(String page) {
        SortedSet<String> ids = new TreeSet<>();
        Matcher id = ID.matcher(page);
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }

    private static SortedMap<Path, String> pages(Path report) throws IOException {
        SortedMap<Path, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(report)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                pages.put(file, Files.readString(file));
            }
        }
        return pages;
    }
}
