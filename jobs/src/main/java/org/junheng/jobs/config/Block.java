package org.junheng.jobs.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A block of the evaluation file: its keys with their places. Whatever is wrong is refused with file, line, key and value. */
final class Block {
    private final String file;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    /** The block at a node; a key that is not among those allowed, or comes twice, is refused. */
    Block(String file, String name, Node node, List<String> allowed) {
        this.file = file;
        this.line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw refusal(Mistake.WRONG_KIND, line, name + "：应为“键: 值”", name + " must be a block of `key: value`");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple, allowed);
        }
    }

    private void add(NodeTuple tuple, List<String> allowed) {
        String key = scalar("key", tuple.getKeyNode());
        int at = line(tuple.getKeyNode());
        if (!allowed.contains(key)) {
            String near = Nearest.to(key, allowed).orElse("");
            throw refusal(
                    Mistake.UNKNOWN_KEY,
                    at,
                    "不认识的键 " + shown(key) + "；最接近的已知键是 " + near,
                    "unknown key " + shown(key) + "; the nearest known key is " + near);
        }
        if (entries.put(key, tuple.getValueNode()) != null) {
            throw refusal(Mistake.KEY_TWICE, at, "键 " + key + " 出现了两次", "the key " + key + " stands twice");
        }
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    boolean has(String key) {
        Node node = entries.get(key);
        return node != null && !(node instanceof ScalarNode s && isNull(s));
    }

    Node node(String key) {
        Node node = entries.get(key);
        if (node == null || !has(key)) {
            throw refusal(Mistake.KEY_MISSING, line, "缺少必需的键 " + key, "the required key " + key + " is missing");
        }
        return node;
    }

    String text(String key) {
        return scalar(key, node(key));
    }

    @Nullable
    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    int integer(String key, int min, int max) {
        return integer(key, node(key), min, max);
    }

    int integer(String key, int fallback, int min, int max) {
        return has(key) ? integer(key, min, max) : fallback;
    }

    long wholeNumber(String key, long fallback) {
        if (!has(key)) {
            return fallback;
        }
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw wrong(key, node(key), "整数", "a whole number");
        }
    }

    double share(String key, double fallback) {
        if (!has(key)) {
            return fallback;
        }
        String text = text(key);
        double share = text.matches("[0-9]*\\.?[0-9]+|[0-9]+\\.") ? Double.parseDouble(text) : -1;
        if (!(share >= 0 && share <= 1)) {
            throw wrong(key, node(key), "0 到 1 之间的数", "a number from 0 to 1");
        }
        return share;
    }

    /** A decimal number above 0. */
    double amount(String key) {
        String text = text(key);
        double amount = text.matches("[0-9]{0,9}\\.?[0-9]{1,9}|[0-9]{1,9}\\.") ? Double.parseDouble(text) : 0;
        if (!(amount > 0)) {
            throw wrong(key, node(key), "大于 0 的数", "a number above 0");
        }
        return amount;
    }

    double number(String key) {
        String text = text(key);
        if (!text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?")) {
            throw wrong(key, node(key), "数", "a number");
        }
        return Double.parseDouble(text);
    }

    /** A number from 0 to 1 that must be there. */
    double share(String key) {
        node(key);
        return share(key, 0);
    }

    LocalDate day(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeException e) {
            throw wrong(key, node(key), "2024-10-15 这样的日期", "a day such as 2024-10-15");
        }
    }

    /** {@code on} or {@code off}, {@code true} or {@code false}. */
    boolean isOn(String key, String fallback) {
        String text = has(key) ? text(key).toLowerCase(Locale.ROOT) : fallback;
        if (!List.of("on", "off", "true", "false").contains(text)) {
            throw wrong(key, node(key), "on 或 off", "on or off");
        }
        return text.equals("on") || text.equals("true");
    }

    /** A word of an enum, in small letters or as it stands in the tables. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        return word(key, node(key), type);
    }

    <E extends Enum<E>> E word(String key, E fallback) {
        return has(key) ? word(key, node(key), fallback.getDeclaringClass()) : fallback;
    }

    <E extends Enum<E>> List<E> words(String key, Class<E> type) {
        return items(key).stream().map(n -> word(key, n, type)).toList();
    }

    List<String> texts(String key) {
        return has(key) ? items(key).stream().map(n -> scalar(key, n)).toList() : List.of();
    }

    List<Integer> integers(String key, int min, int max) {
        return items(key).stream().map(n -> integer(key, n, min, max)).toList();
    }

    Block block(String key, List<String> allowed) {
        return new Block(file, key, node(key), allowed);
    }

    Optional<Block> blockIfThere(String key, List<String> allowed) {
        return has(key) ? Optional.of(block(key, allowed)) : Optional.empty();
    }

    List<Block> blocks(String key, List<String> allowed) {
        List<Block> blocks = new ArrayList<>();
        if (has(key)) {
            items(key).forEach(n -> blocks.add(new Block(file, key, n, allowed)));
        }
        return blocks;
    }

    /** A block of free keys with single values; a key that comes twice is refused. */
    Map<String, String> textsByKey(String key) {
        if (!(node(key) instanceof MappingNode mapping)) {
            throw wrong(key, node(key), "“键: 值”", "a block of `key: value`");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = scalar(key, tuple.getKeyNode());
            if (texts.put(name, scalar(name, tuple.getValueNode())) != null) {
                throw refusal(
                        Mistake.KEY_TWICE,
                        line(tuple.getKeyNode()),
                        "键 " + name + " 出现了两次",
                        "the key " + name + " stands twice");
            }
        }
        return texts;
    }

    boolean isList(String key) {
        return node(key) instanceof SequenceNode;
    }

    boolean isText(String key) {
        return node(key) instanceof ScalarNode;
    }

    /** A value that is of the right type but not allowed. */
    Refusal notAllowed(String key, String value, String zh, String en) {
        int at = entries.containsKey(key) ? line(node(key)) : line;
        return refusal(
                Mistake.NOT_ALLOWED, at, key + " 的值 " + shown(value) + " " + zh, key + ": " + shown(value) + " " + en);
    }

    Refusal refusal(Mistake mistake, int at, String zh, String en) {
        return refusal(file, mistake, at, zh, en);
    }

    static Refusal refusal(String file, Mistake mistake, int at, String zh, String en) {
        return new Refusal(
                ExitStatus.WRONG_USAGE,
                mistake.code() + " " + file + ", 第" + at + "行(line " + at + "): " + zh,
                mistake.code() + " " + file + ", line " + at + ": " + en);
    }

    static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }

    private List<Node> items(String key) {
        if (!(node(key) instanceof SequenceNode sequence)) {
            throw wrong(key, node(key), "列表，如 [a, b]", "a list such as [a, b]");
        }
        return sequence.getValue();
    }

    private String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar) || isNull(scalar)) {
            throw wrong(key, node, "单个值", "a single value");
        }
        return scalar.getValue();
    }

    private int integer(String key, Node node, int min, int max) {
        String text = scalar(key, node);
        int value = text.matches("[+-]?[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MIN_VALUE;
        if (value < min || value > max) {
            throw wrong(key, node, min + " 到 " + max + " 之间的整数", "a whole number from " + min + " to " + max);
        }
        return value;
    }

    private <E extends Enum<E>> E word(String key, Node node, Class<E> type) {
        String text = scalar(key, node);
        List<E> all = Arrays.asList(type.getEnumConstants());
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
        List<String> words = all.stream()
                .map(e -> capitals ? e.name() : e.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(text)) {
            throw wrong(key, node, String.join(" | ", words), String.join(" | ", words));
        }
        return all.get(words.indexOf(text));
    }

    private Refusal wrong(String key, Node node, String zh, String en) {
        String value = node instanceof ScalarNode s ? s.getValue() : "{...}";
        return refusal(
                Mistake.WRONG_KIND,
                line(node),
                key + " 的值 " + shown(value) + " 不对；应为 " + zh,
                key + ": " + shown(value) + " is wrong; it must be " + en);
    }

    private static boolean isNull(ScalarNode node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "?");
        return '"' + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + '"';
    }
}
