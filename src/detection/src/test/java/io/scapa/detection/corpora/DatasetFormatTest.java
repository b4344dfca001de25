package io.scapa.detection.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.detection.training.CorpusReader;
import io.scapa.detection.training.LabelledDocument;
import io.scapa.detection.training.TrainerOptions;
import io.scapa.detection.training.TrainingSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files in the layouts that the data sets are published in. */
class DatasetFormatTest {
    private static final String RAID_HEAD =
            "id,adv_source_id,source_id,model,decoding,repetition_penalty,attack,domain,title,prompt,generation\n";

    @TempDir
    Path folder;

    @Test
    void raidRowsWithQuotedLineEndsAndAttacks() throws Exception {
        Path file = write(
                "raid/train.csv",
                RAID_HEAD
                        + "a1,a1,s1,human,,,none,abstracts,A title,,\"First line, with a comma.\nSecond \"\"quoted\"\" line.\"\n"
                        + "a2,a2,s1,gpt4,greedy,no,none,abstracts,A title,Write it,A machine wrote this.\r\n"
                        + "a3,a2,s1,gpt4,greedy,no,homoglyph,czech,A title,Write it,\"Attacked.\"\n");

        List<LabelledDocument> read = read("auto", file);

        assertThat(read).extracting(LabelledDocument::synthetic).containsExactly(false, true, true);
        assertThat(read.get(0).text()).isEqualTo("First line, with a comma.\nSecond \"quoted\" line.");
        assertThat(read.get(1).text()).isEqualTo("A machine wrote this.");
        assertThat(read).extracting(LabelledDocument::attack).containsExactly(null, null, "homoglyph");
        assertThat(read).extracting(LabelledDocument::model).containsExactly("human", "gpt4", "gpt4");
        assertThat(read).extracting(LabelledDocument::group).containsOnly("s1");
        assertThat(read).extracting(LabelledDocument::language).containsExactly("en", "en", "cs");
        assertThat(read.get(0))
                .extracting(LabelledDocument::source, LabelledDocument::license, LabelledDocument::split)
                .containsExactly("raid", "MIT", "train");
    }

    @Test
    void faultsOfRaidFilesAreNamedByLine() throws Exception {
        assertThatThrownBy(() -> read("raid", write("a/test.csv", "id,generation\n1,text\n")))
                .hasMessageContaining("test.csv: line 1: a column source_id is expected");
        assertThatThrownBy(() -> read(
                        "raid",
                        write(
                                "b/train.csv",
                                RAID_HEAD + "a1,a1,s1,human,,,none,books,t,,\"two\nlines\"\na2,only three,s\n")))
                .hasMessageContaining("train.csv: line 4: 11 fields are expected, got 3");
        assertThatThrownBy(
                        () -> read("raid", write("c/train.csv", RAID_HEAD + "a1,a1,s1,human,,,none,books,t,,\"open")))
                .hasMessageContaining("train.csv: line 2: a quoted field is not closed");
        assertThatThrownBy(() -> read("raid", write("d/train.csv", RAID_HEAD + "a1,a1,s1,,,,none,books,t,,x\n")))
                .hasMessageContaining("line 2: a value of model is expected");
    }

    @Test
    void mageRowsAndLabelsThatContradictTheirSource() throws Exception {
        Path file = write(
                "mage/valid.csv",
                "text,label,src\n\"Human, here.\",1,cmv_human\nMachine here.,0,xsum_machine_continuation_gpt_j\n"
                        + "Other.,0,sci_gen_machine_specified_text-davinci-003\n");

        List<LabelledDocument> read = read("auto", file);

        assertThat(read).extracting(LabelledDocument::model).containsExactly("human", "gpt_j", "text-davinci-003");
        assertThat(read).extracting(LabelledDocument::domain).containsExactly("cmv", "xsum", "sci_gen");
        assertThat(read).extracting(LabelledDocument::split).containsOnly("dev");
        assertThatThrownBy(() -> read("mage", write("bad/test.csv", "text,label,src\na,1,cmv_human\nb,0,cmv_human\n")))
                .hasMessageContaining("test.csv: line 3: label 0 does not agree with src cmv_human");
        assertThatThrownBy(() -> read("mage", write("bad2/test.csv", "text,label,src\na,human,cmv_human\n")))
                .hasMessageContaining("line 2: label 0 (machine) or 1 (human) is expected, got human");
    }

    @Test
    void hc3QuestionsWithSeveralAnswers() throws Exception {
        Path file = write(
                "HC3/all.jsonl",
                "{\"question\":\"Why?\",\"human_answers\":[\"Because.\",\"Who knows.\"],\"chatgpt_answers\":[\"There are several reasons.\"],\"index\":null,\"source\":\"reddit_eli5\"}\n"
                        + "{\"question\":\"How?\",\"human_answers\":[],\"chatgpt_answers\":[\"Like this.\"],\"source\":\"finance\"}\n");

        List<LabelledDocument> read = read("auto", file);

        assertThat(read).extracting(LabelledDocument::synthetic).containsExactly(false, false, true, true);
        assertThat(read)
                .extracting(LabelledDocument::domain)
                .containsExactly("reddit_eli5", "reddit_eli5", "reddit_eli5", "finance");
        assertThat(read.subList(0, 3)).extracting(LabelledDocument::group).containsOnly("hc3-all-1");
        assertThat(read).extracting(LabelledDocument::id).doesNotHaveDuplicates();
        assertThat(read.get(2).model()).isEqualTo("chatgpt");
        assertThatThrownBy(() -> read(
                        "hc3",
                        write(
                                "bad/all.jsonl",
                                "{\"human_answers\":[],\"chatgpt_answers\":[]}\n{\"human_answers\":\"x\"}\n")))
                .hasMessageContaining("all.jsonl: line 2: a list human_answers is expected");
        assertThatThrownBy(() -> read("hc3", write("bad2/all.jsonl", "{\"human_answers\"\n")))
                .hasMessageContaining("line 1: a JSON object is expected");
    }

    @Test
    void m4PairsWhoseHumanTextCountsOnce() throws Exception {
        String line =
                "{\"prompt\":\"p\",\"human_text\":\"A person wrote.\",\"machine_text\":\"%s\",\"model\":\"%s\",\"source\":\"eli5\",\"source_ID\":\"79zz\"}\n";
        write("m4/reddit_chatGPT.jsonl", line.formatted("One answer.", "gpt-3.5-turbo"));
        write("m4/reddit_cohere.jsonl", line.formatted("Another.", "cohere"));
        write(
                "m4/id-newspaper_llama2.jsonl",
                "{\"human_text\":[\"Berita.\"],\"machine_text\":null,\"model\":\"llama-2\",\"source_ID\":5}\n");

        List<LabelledDocument> read = readAll("auto", folder.resolve("m4"));

        assertThat(read.stream()
                        .filter(d -> d.domain().equals("reddit") && !d.synthetic())
                        .map(LabelledDocument::id)
                        .distinct())
                .hasSize(1);
        assertThat(read)
                .extracting(LabelledDocument::model)
                .containsExactlyInAnyOrder("human", "gpt-3.5-turbo", "human", "cohere", "human");
        assertThat(read.stream().filter(d -> d.language().equals("id")))
                .singleElement()
                .extracting(LabelledDocument::text)
                .isEqualTo("Berita.");
        TrainingSet set = TrainingSet.read(List.of(folder.resolve("m4")), TrainerOptions.standard());
        assertThat(set.training()).hasSize(3);
        assertThatThrownBy(() -> read("m4", write("bad/x_y.jsonl", "{\"human_text\":null,\"machine_text\":null}\n")))
                .hasMessageContaining("x_y.jsonl: line 1: human_text or machine_text is expected");
        assertThatThrownBy(() -> read("m4", write("bad2/x_y.jsonl", "{\"human_text\":7,\"machine_text\":\"a\"}\n")))
                .hasMessageContaining("line 1: human_text: a text is expected, got NUMBER");
    }

    @Test
    void detectRlArraysWithWhatTheFolderSays() throws Exception {
        Path file = write(
                "Benchmark_Data/Paraphrase_Attacks/dipper_test.json",
                "[{\"text\": \"By hand.\", \"label\": \"human\", \"data_type\": \"xsum\"},\n"
                        + " {\"text\": \"By a model.\", \"label\": \"llm\", \"data_type\": \"xsum\", \"llm_type\": \"ChatGPT\"}]\n");

        List<LabelledDocument> read = read("auto", file);

        assertThat(read).extracting(LabelledDocument::model).containsExactly("human", "ChatGPT");
        assertThat(read).extracting(LabelledDocument::attack).containsExactly(null, "paraphrase");
        assertThat(read).extracting(LabelledDocument::split).containsOnly("test");
        assertThatThrownBy(
                        () -> read(
                                "detectrl",
                                write(
                                        "bad/x_test.json",
                                        "[{\"text\": \"a\", \"label\": \"human\"},\n {\"text\": \"b\", \"label\": \"robot\"}]")))
                .hasMessageContaining("x_test.json: line 2: label human or llm is expected in item 2, got robot");
        assertThatThrownBy(() -> read(
                        "detectrl", write("bad2/x_test.json", "[{\"text\": \"a\", \"label\": \"human\"},\n {\"te")))
                .hasMessageContaining("x_test.json: line 2: JSON is expected");
    }

    @Test
    void ghostbusterFoldersWithoutWhatStandsBesideTheTexts() throws Exception {
        write("ghostbuster-data/wp/human/12.txt", "A story.");
        write("ghostbuster-data/wp/gpt/12.txt", "Once upon a time.");
        write("ghostbuster-data/wp/gpt/logprobs/12-ada.txt", "word 0.1");
        write("ghostbuster-data/wp/prompts/12.txt", "Write a story.");
        write("ghostbuster-data/reuter/human/AaronPressman/3.txt", "Markets fell.");
        write("ghostbuster-data/reuter/gpt/AaronPressman/headlines/3.txt", "Headline");
        write("ghostbuster-data/essay/claude/7.txt", "In conclusion.");
        write("ghostbuster-data/essay/gpt_prompt1/7.txt", "In this essay.");

        List<LabelledDocument> read = readAll("auto", folder.resolve("ghostbuster-data"));

        assertThat(read)
                .extracting(LabelledDocument::id)
                .containsExactlyInAnyOrder(
                        "ghostbuster-wp-12-human",
                        "ghostbuster-wp-12-gpt",
                        "ghostbuster-reuter-AaronPressman-3-human",
                        "ghostbuster-essay-7-claude",
                        "ghostbuster-essay-7-gpt_prompt1");
        assertThat(read)
                .extracting(LabelledDocument::model)
                .containsExactlyInAnyOrder("human", "gpt-3.5-turbo", "human", "claude", "gpt-3.5-turbo");
        assertThat(read)
                .extracting(LabelledDocument::domain)
                .containsExactlyInAnyOrder("wp", "wp", "reuter", "essay", "essay");
        Path broken = folder.resolve("wp/human/1.txt");
        Files.createDirectories(broken.getParent());
        Files.write(broken, new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> read("auto", broken)).hasMessageContaining("1.txt: line 1: UTF-8 is expected");
    }

    @Test
    void ownLinesArePublishedNowhereAndStayAsTheyAre() throws Exception {
        Path file = write("own.jsonl", "{\"text\":\"a\",\"label\":\"llm\",\"model\":\"m\"}\n");
        assertThat(DatasetFormat.of(file)).isEmpty();
        assertThat(read("auto", file)).isEqualTo(read("scapa", file)).hasSize(1);
        assertThatThrownBy(() -> new CorpusReader("xml"))
                .hasMessageContaining("no format is called xml; known: auto, scapa, raid");
    }

    @Test
    void packedFilesAndLicencesToLeaveOut() throws Exception {
        Path file = folder.resolve("packed/train.csv.gz");
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((RAID_HEAD + "a1,a1,s1,human,,,none,books,t,,Some text.\n").getBytes());
        }
        assertThat(read("auto", file)).hasSize(1);
        TrainingSet set =
                TrainingSet.read(List.of(file), TrainerOptions.standard().withoutLicences(Set.of("MIT")));
        assertThat(set.training()).isEmpty();
        assertThat(set.skipped()).isEqualTo(1);
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static List<LabelledDocument> read(String format, Path file) {
        List<LabelledDocument> read = new ArrayList<>();
        new CorpusReader(format).read(file, read::add);
        return read;
    }

    private static List<LabelledDocument> readAll(String format, Path root) {
        CorpusReader reader = new CorpusReader(format);
        return reader.filesOf(List.of(root)).stream()
                .flatMap(f -> read(format, f).stream())
                .toList();
    }
}
