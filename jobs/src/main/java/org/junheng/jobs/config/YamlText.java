package org.junheng.jobs.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file as nodes with their lines; tags, anchors and aliases are refused, so nothing is constructed and nothing unfolds. */
final class YamlText {
    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_DEPTH = 20;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(true).build();
    private static final List<Tag> PLAIN = List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private YamlText() {}

    static Node root(Path file) {
        String name = file.getFileName().toString();
        String text = read(file, name);
        try {
            harmless(name, SETTINGS, text);
            Node root = new Compose(SETTINGS)
                    .composeString(text)
                    .orElseThrow(() -> Block.refusal(name, Mistake.KEY_MISSING, 1, "文件是空的", "the file is empty"));
            plain(name, root);
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw Block.refusal(
                    name, Mistake.NOT_YAML, line, "不是有效的 YAML：" + e.getProblem(), "not valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw Block.refusal(
                    name, Mistake.NOT_YAML, 1, "不是有效的 YAML：" + e.getMessage(), "not valid YAML: " + e.getMessage());
        }
    }

    private static String read(Path file, String name) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(
                        ExitStatus.WRONG_USAGE,
                        Mistake.NO_FILE.code() + " 找不到配置文件 " + file,
                        Mistake.NO_FILE.code() + " there is no evaluation file " + file);
            }
            if (Files.size(file) > MAX_BYTES) {
                throw Block.refusal(name, Mistake.NOT_YAML, 1, "文件大于 1 MB", "the file is larger than 1 MB");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Block.refusal(name, Mistake.NOT_YAML, 1, "文件不是 UTF-8 编码", "the file is not UTF-8");
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    Mistake.NO_FILE.code() + " 无法读取 " + file,
                    Mistake.NO_FILE.code() + " cannot read " + file + " (" + e.getMessage() + ")");
        }
    }

    /** Refuses before anything is composed: the composer calls itself for every level, and an alias would stand for a whole block. */
    private static void harmless(String name, LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            Event.ID id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                depth++;
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                depth--;
            }
            if (depth > MAX_DEPTH
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                throw unwanted(
                        name, event.getStartMark().map(m -> m.getLine() + 1).orElse(0));
            }
        }
    }

    private static void plain(String name, Node node) {
        if (!PLAIN.contains(node.getTag())) {
            throw unwanted(name, Block.line(node));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(n -> plain(name, n));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                plain(name, tuple.getKeyNode());
                plain(name, tuple.getValueNode());
            }
        }
    }

    private static Refusal unwanted(String name, int line) {
        return Block.refusal(
                name,
                Mistake.NOT_USED,
                line,
                "配置文件不使用 YAML 标签(!!)、锚点(&)、别名(*)，也不超过 " + MAX_DEPTH + " 层",
                "tags (!!), anchors (&), aliases (*) and more than " + MAX_DEPTH + " levels are not used in this file");
    }
}
