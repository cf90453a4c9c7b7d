package org.junheng.subject;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the single answers of one school and group add up to, beyond counts: the sums that reliability needs, and the sheets that a second look
 * should be taken at. A sheet is what one person answered.
 *
 * <p>Looked at are sheets with at least five answers. Straight-lined (直线作答): all answers the same. Repeated (重复答卷): not straight-lined,
 * and the same answers to the same items as another sheet of the school that comes before. Flagged sheets are counted, never left out.
 *
 * @param items the items of the scale; {@code overall} is none of them where there are others
 * @param complete sheets that answer all of them
 * @param sums of the complete sheets, per item and then per pair of items ({@code j <= i}, i first)
 * @param satisfied, answered answers that stand for the group: to {@code overall} when asked, else to all items
 * @param keptSatisfied, keptAnswered the same without flagged sheets
 */
public record AnswerSheets(
        List<String> items,
        long complete,
        List<Long> sums,
        long looked,
        long straight,
        long repeated,
        long satisfied,
        long answered,
        long keptSatisfied,
        long keptAnswered) {
    public static final String OVERALL = "overall";

    private static final int LOOKED_AT = 5;
    private static final int SATISFIED = 4;
    private static final String FIELD = ";";
    private static final String PART = ",";

    public AnswerSheets {
        items = List.copyOf(items);
        sums = List.copyOf(sums);
    }

    /** @param sheets answers (5 = very satisfied .. 1) by item, by the name of the sheet */
    public static AnswerSheets of(SortedMap<String, SortedMap<String, Integer>> sheets) {
        Set<String> asked = new TreeSet<>();
        sheets.values().forEach(sheet -> asked.addAll(sheet.keySet()));
        List<String> items = asked.stream()
                .filter(item -> !item.equals(OVERALL) || asked.size() == 1)
                .toList();
        boolean overall = asked.contains(OVERALL);
        long[] sums = new long[items.size() + items.size() * (items.size() + 1) / 2];
        long complete = 0;
        Screen screen = new Screen(overall);
        for (SortedMap<String, Integer> sheet : sheets.values()) {
            screen.look(sheet);
            if (sheet.keySet().containsAll(items)) {
                complete++;
                add(sums, items.stream().map(i -> sheet.getOrDefault(i, 0)).toList());
            }
        }
        return screen.found(items, complete, Arrays.stream(sums).boxed().toList());
    }

    private static void add(long[] sums, List<Integer> answers) {
        int at = answers.size();
        for (int i = 0; i < answers.size(); i++) {
            sums[i] += answers.get(i);
            for (int j = 0; j <= i; j++) {
                sums[at++] += (long) answers.get(i) * answers.get(j);
            }
        }
    }

    /** Goes through the sheets in the order of their names. */
    private static final class Screen {
        private final boolean overall;
        private final Set<Map<String, Integer>> seen = new java.util.HashSet<>();
        private long looked;
        private long straight;
        private long repeated;
        private final long[] all = new long[2];
        private final long[] kept = new long[2];

        Screen(boolean overall) {
            this.overall = overall;
        }

        void look(SortedMap<String, Integer> sheet) {
            boolean flagged = false;
            if (sheet.size() >= LOOKED_AT) {
                looked++;
                boolean line = Set.copyOf(sheet.values()).size() == 1;
                boolean again = !seen.add(new TreeMap<>(sheet)) && !line;
                straight += line ? 1 : 0;
                repeated += again ? 1 : 0;
                flagged = line || again;
            }
            for (Map.Entry<String, Integer> answer : sheet.entrySet()) {
                if (!overall || answer.getKey().equals(OVERALL)) {
                    count(all, answer.getValue());
                    count(flagged ? new long[2] : kept, answer.getValue());
                }
            }
        }

        private static void count(long[] of, int answer) {
            of[0] += answer >= SATISFIED ? 1 : 0;
            of[1]++;
        }

        AnswerSheets found(List<String> items, long complete, List<Long> sums) {
            return new AnswerSheets(
                    items, complete, sums, looked, straight, repeated, all[0], all[1], kept[0], kept[1]);
        }
    }

    /** One line, read by {@link #parse}. */
    public String text() {
        String names = items.stream()
                .map(item -> URLEncoder.encode(item, StandardCharsets.UTF_8))
                .collect(Collectors.joining(PART));
        String numbers = sums.stream().map(String::valueOf).collect(Collectors.joining(PART));
        return Stream.of(complete, looked, straight, repeated, satisfied, answered, keptSatisfied, keptAnswered)
                .map(String::valueOf)
                .collect(Collectors.joining(FIELD, names + FIELD + numbers + FIELD, ""));
    }

    public static AnswerSheets parse(String text) {
        String[] fields = text.split(FIELD, -1);
        List<String> items = new ArrayList<>();
        for (String name : fields[0].split(PART, -1)) {
            items.add(URLDecoder.decode(name, StandardCharsets.UTF_8));
        }
        List<Long> sums =
                Arrays.stream(fields[1].split(PART, -1)).map(Long::valueOf).toList();
        long[] n = Arrays.stream(fields).skip(2).mapToLong(Long::parseLong).toArray();
        return new AnswerSheets(items, n[0], sums, n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }
}
