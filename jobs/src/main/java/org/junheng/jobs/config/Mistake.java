package org.junheng.jobs.config;

import org.junheng.metric.Words;

/** A kind of mistake in the evaluation file or what it names, one code each; nothing is done before it is corrected. */
public enum Mistake {
    UNKNOWN_KEY("C01", "不认识的键", "an unknown key", "按提示改为最接近的已知键", "write the key that the message names as nearest"),
    KEY_TWICE("C02", "同一个键出现两次", "a key stands twice", "只留一个", "keep one of the two"),
    WRONG_KIND("C03", "值的类型不对", "a value is of the wrong kind", "按提示改写", "write what the message asks for"),
    NOT_ALLOWED("C04", "值不在允许的范围", "a value is not allowed", "改为允许的值", "write an allowed value"),
    KEY_MISSING("C05", "缺少必需的键", "a required key is missing", "补上这个键", "add the key"),
    NO_FILE("C06", "找不到配置文件", "there is no evaluation file", "改正路径", "correct the path"),
    NOT_YAML("C07", "不是有效的 YAML", "the file is not valid YAML", "更正这一行", "correct the line"),
    NOT_USED(
            "C08", "使用了标签、锚点或别名", "tags, anchors or aliases are not used in this file", "写出内容", "write the values out"),
    NO_KEY(
            "C09",
            "没有假名密钥或密钥太短",
            "the key of the pseudonyms is missing or too short",
            "给出至少 16 个字符",
            "give 16 characters or more"),
    BAD_WAIVER("C10", "豁免文件不对", "the file of waivers is wrong", "按提示更正", "correct what the message names");

    private final String code;
    private final Words what;
    private final Words fix;

    Mistake(String code, String zh, String en, String zhFix, String enFix) {
        this.code = code;
        this.what = new Words(zh, en);
        this.fix = new Words(zhFix, enFix);
    }

    public String code() {
        return code;
    }

    public Words what() {
        return what;
    }

    /** What to do. */
    public Words fix() {
        return fix;
    }
}
