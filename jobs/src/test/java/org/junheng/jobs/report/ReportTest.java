package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private static final Pattern FIGURE =
            Pattern.compile("<data class=\"figure\" value=\"([^\"]*)\" data-source=\"([^\"]*)\"");

    private static final long LIGHT = 300_000;

    @TempDir
    Path run;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFigureOfTheTextIsWhatItsSourceSays(Language language) throws IOException {
        List<String[]> figures = figures(page(FixtureRun.small(run), language));
        assertTrue(figures.size() >= 40, figures.size() + " figures");
        for (String[] figure : figures) {
            assertEquals(SourceCheck.evaluate(run, figure[1]), published(figure, run), figure[1]);
        }
    }

    @Test
    void aFigureThatWasEditedIsFoundOut() throws IOException {
        page(FixtureRun.small(run), Language.ZH);
        Path judgements = run.resolve("csv/judgements.csv");
        String table = Files.readString(judgements);
        List<String[]> before = figures(Files.readString(run.resolve("report/index.html")));
        Files.writeString(
                judgements, table.replaceFirst("(R-CV,county,530101,2024,PRIMARY,R1,.*,)PASS(,)", "$1FAIL$2"));
        assertNotEquals(table, Files.readString(judgements));
        assertTrue(
                before.stream().anyMatch(f -> !SourceCheck.evaluate(run, f[1]).equals(f[0])));
    }

    /** Any figure of the text, edited in one digit, is no longer what its source says. */
    @Test
    void aFigureEditedInTheTextIsFoundOut() throws IOException {
        for (String[] figure : figures(page(FixtureRun.small(run), Language.EN))) {
            int at = figure[0].length() - (figure[0].endsWith("%") ? 2 : 1);
            char digit = figure[0].charAt(at);
            String other = Character.toString('0' + (digit - '0' + 1) % 10);
            String[] edited = {figure[0].substring(0, at) + other + figure[0].substring(at + 1), figure[1]};
            assertNotEquals(SourceCheck.evaluate(run, edited[1]), published(edited, run), edited[1]);
        }
    }

    @Test
    void noNameBecomesMarkup() throws IOException {
        String page = page(FixtureRun.small(run), Language.ZH);
        assertEquals(2, page.split("<script", -1).length - 1, "the script of all pages, its words, and no other");
        assertFalse(page.contains("<img"));
        assertFalse(page.contains("<b>粗体"));
        assertFalse(page.contains("<b>不公布"));
        assertFalse(page.contains("<i>青"));
    }

    @Test
    void thePageNamesNoAddressThatItWouldFetch() throws IOException {
        String page = page(FixtureRun.small(run), Language.ZH);
        assertFalse(
                Pattern.compile("(?i)(src|href)=\"?(https?:)?//").matcher(page).find());
        assertTrue(page.contains("default-src 'none'"));
    }

    @Test
    void aRunWithoutResultsSaysWhyInEverySection() throws IOException {
        String page = page(FixtureRun.empty(run), Language.EN);
        assertFalse(page.contains("<figure"), "no empty picture");
        assertEquals(11 + 1, page.split("<p class=\"none\">", -1).length - 1, "eleven sections, and the scriptless");
    }

    @Test
    void theEffectOfJoiningBeginsWithWhatTheDesignCanShowAndSaysNoMoreThanTheVerdict() throws IOException {
        String page = page(FixtureRun.small(run), Language.EN);
        String section = page.substring(page.indexOf("<section id=\"impact\""), page.indexOf("<section id=\"review\""));
        assertTrue(section.indexOf("hard to see below 0.75") < section.indexOf("1.25 [0.5, 2]"), section);
        assertTrue(section.contains("cannot be told: the interval holds 0"), section);
        assertTrue(section.contains("joining&lt;script"), section);
        assertFalse(Pattern.compile("improved|raised").matcher(section).find(), section);
        assertEquals(
                7 + 6,
                section.split("<tr><td", -1).length - 1,
                "overall and six event times, and the six of the picture");
        assertTrue(section.indexOf("Overall") < section.indexOf(">-2<"), "overall first");
        assertTrue(
                section.indexOf(">-2<") < section.indexOf(">-1<") && section.indexOf(">-1<") < section.indexOf(">3<"));
    }

    @Test
    void theReviewGivesIntervalsOfRanksAndTheAccountShowsItsIdentity() throws IOException {
        String page = page(FixtureRun.small(run), Language.EN);
        String review = page.substring(page.indexOf("<section id=\"review\""), page.indexOf("<section id=\"missing\""));
        assertTrue(review.contains("Rank interval, worst") && review.contains("an example protocol"), review);
        assertTrue(review.indexOf("530101") < review.indexOf("530112"), "in the order of codes");
        String flows = page.substring(page.indexOf("<section id=\"flows\""), page.indexOf("<section id=\"impact\""));
        assertTrue(flows.contains("opening + newly built"), flows);
        assertTrue(
                flows.contains("<td class=\"number\">11</td><td class=\"number\">55</td>"),
                "eleven counties of twelve: one has no full account");
    }

    @Test
    void theSameTablesGiveTheSamePage() throws IOException {
        assertEquals(page(FixtureRun.small(run), Language.ZH), page(run, Language.ZH));
    }

    @Test
    void everyPageIsLight() throws IOException {
        page(FixtureRun.small(run), Language.ZH);
        assertEquals(List.of(), heavy(run));
    }

    /** The pages of 300,000 bytes and more. */
    static List<String> heavy(Path run) throws IOException {
        List<String> heavy = new ArrayList<>();
        try (Stream<Path> files = Files.walk(run.resolve("report"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) >= LIGHT) {
                    heavy.add(file.getFileName() + " " + Files.size(file));
                }
            }
        }
        return heavy;
    }

    private static String page(Path run, Language language) throws IOException {
        Report.write(run, language);
        return Files.readString(run.resolve("report/index.html"), StandardCharsets.UTF_8);
    }

    private static List<String[]> figures(String page) {
        List<String[]> figures = new ArrayList<>();
        Matcher figure = FIGURE.matcher(page);
        while (figure.find()) {
            figures.add(new String[] {
                figure.group(1),
                figure.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            });
        }
        return figures;
    }

    /** A share stands in the text as a percentage, an estimate is rounded: it must be that of the published cell. */
    private static String published(String[] figure, Path run) {
        if (!figure[1].startsWith("cell(")) {
            return figure[0];
        }
        String cell = SourceCheck.evaluate(run, figure[1]);
        double published = Double.parseDouble(cell);
        String shown = figure[0].endsWith("%") ? Numbers.percent(published) : Numbers.figure(published);
        return shown.equals(figure[0]) ? cell : figure[0];
    }
}
