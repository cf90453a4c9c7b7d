package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that the program itself asks for are asked for somewhere: in its code, its templates or its script. Words for codes of the data are left to {@link WordsForCodesTest}. */
class WordsUsedTest {
    private static final Pattern OWN =
            Pattern.compile("(page|say|js|draw|print|list|origin|col|colof|sheet|note|reading)\\..*");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern OF_TEMPLATE = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern OF_SCRIPT = Pattern.compile("\\bW\\.(\\w+)");

    @Test
    void everyWordIsUsed() throws IOException {
        Set<String> asked = asked();
        List<String> own = Wording.in(Language.ZH).words().keySet().stream()
                .filter(key -> OWN.matcher(key).matches())
                .toList();
        assertTrue(own.size() > 300, own.size() + " words");
        assertEquals(List.of(), own.stream().filter(key -> !isMade(key, asked)).toList());
    }

    @Test
    void aWordThatNobodyAsksForIsFoundOut() throws IOException {
        Set<String> asked = asked();
        for (String key : List.of("page.section.nothing", "js.nobody", "col.nowhere", "list.never")) {
            assertFalse(isMade(key, asked), key);
        }
    }

    /** Whether a key stands in the code as it is, or is put together of a beginning, an end and a middle that do. */
    private static boolean isMade(String key, Set<String> asked) {
        if (asked.contains(key) || asked.contains("#" + key) || key.matches("\\d+")) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            boolean begins = asked.contains(key.substring(0, dot + 1)) && isMade(key.substring(dot + 1), asked);
            boolean ends = dot > 0 && asked.contains(key.substring(dot)) && isMade(key.substring(0, dot), asked);
            if (begins || ends) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(WordsUsedTest::isCode).toList()) {
                String text = Files.readString(file);
                literals(text, asked);
                Matcher template = OF_TEMPLATE.matcher(text);
                while (template.find()) {
                    literals(template.group(), asked);
                }
                Matcher script = OF_SCRIPT.matcher(file.toString().endsWith(".js") ? text : "");
                while (script.find()) {
                    asked.add("list." + script.group(1));
                }
            }
        }
        Files.readAllLines(Path.of("src/main/resources/codebook.csv"))
                .forEach(line -> asked.add(line.split(",", -1)[1]));
        return asked;
    }

    private static boolean isCode(Path file) {
        String name = file.toString();
        boolean isOfReport = name.contains("/report/") || name.contains("/publish/") || name.contains("/bench/");
        return name.endsWith(".jte") || name.endsWith("report.js") || (name.endsWith(".java") && isOfReport);
    }

    private static void literals(String text, Set<String> asked) {
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            asked.add(literal.group(1));
        }
    }
}
