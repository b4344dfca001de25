package io.scapa.detection.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Splices texts of mixed authorship from the labelled texts of one fold: human and synthetic sentences of one source and domain,
 * the synthetic ones by one model and, where there is one, on the human text's prompt. Half of them are one text of each author,
 * 200 to 600 tokens; half several texts of each, 600 to 2,000. The synthetic share is drawn from 20 to 80%. Seeded: the same
 * documents and seed give the same splices.
 */
final class Splicer {
    private static final Splice.Kind[] KINDS = {
        Splice.Kind.ONE_BLOCK, Splice.Kind.EMBEDDED, Splice.Kind.TWO_BLOCKS, Splice.Kind.ALTERNATING
    };
    private static final int TRIES = 40;
    private static final int MOST_TEXTS = 40;
    private static final int PARAGRAPH = 80;

    private final int fold;
    private final Map<String, Cell> cells = new TreeMap<>();
    private final Sentences sentences = new Sentences();
    private final RandomGenerator random;
    private final double weightOfAll;

    private record Cell(List<LabelledDocument> human, Map<String, List<LabelledDocument>> synthetic) {
        private double weight() {
            return synthetic.isEmpty() ? 0 : Math.sqrt(human.size());
        }
    }

    /** Lengths of a text in tokens, and whether it may hold several texts of an author. */
    record Length(int least, int most, boolean several) {
        static final Length PAIR = new Length(200, 600, false);
        static final Length LONG = new Length(600, 2_000, true);
        static final Length BOOK = new Length(2_000, 40_000, true);
    }

    /** A splicer of documents that are all of one fold. */
    Splicer(List<LabelledDocument> documents, int fold, long seed) {
        this.fold = fold;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + fold);
        documents.stream()
                .sorted(Comparator.comparing(LabelledDocument::id))
                .filter(d -> d.isCleanHuman() || d.synthetic() && PositiveKind.of(d) != PositiveKind.BASE)
                .collect(Collectors.groupingBy(d -> d.source() + '|' + d.domain()))
                .forEach((key, members) -> {
                    List<LabelledDocument> human =
                            members.stream().filter(d -> !d.synthetic()).toList();
                    if (!human.isEmpty()) {
                        cells.put(
                                key,
                                new Cell(
                                        human,
                                        members.stream()
                                                .filter(LabelledDocument::synthetic)
                                                .collect(Collectors.groupingBy(
                                                        LabelledDocument::model, TreeMap::new, Collectors.toList()))));
                    }
                });
        weightOfAll = cells.values().stream().mapToDouble(Cell::weight).sum();
    }

    /** So many splices, fewer where the texts do not yield them. */
    List<Splice> splices(int count, Length length) {
        List<Splice> splices = new ArrayList<>();
        for (int tries = 0; tries < TRIES * count && splices.size() < count && weightOfAll > 0; tries++) {
            Splice splice = splice(KINDS[splices.size() % KINDS.length], length);
            if (splice != null) {
                splices.add(splice);
            }
        }
        return splices;
    }

    /**
     * So many texts put together from two or more human texts of one source and domain, none of them twice; fewer where there are too
     * few.
     */
    List<Splice> humans(int count, Length length) {
        List<Splice> texts = new ArrayList<>();
        for (int tries = 0; tries < TRIES * count && texts.size() < count && weightOfAll > 0; tries++) {
            List<LabelledDocument> persons = new ArrayList<>(cell().human());
            Collections.shuffle(persons, random);
            double target = draw(length);
            List<Sentences.Sentence> stream = new ArrayList<>();
            int tokens = 0;
            int used = 0;
            while (used < persons.size() && tokens < target) {
                List<Sentences.Sentence> next = sentences.of(persons.get(used++).text());
                stream.addAll(next);
                tokens += Sentences.tokens(next);
            }
            List<Sentences.Sentence> taken = Sentences.take(stream, target);
            LabelledDocument first = persons.getFirst();
            if (used > 1 && !first.domain().equals("mixed") && Sentences.tokens(taken) >= length.least()) {
                texts.add(Splice.persons(taken, first.source(), fold));
            }
        }
        return texts;
    }

    private double draw(Length length) {
        return length.least() * Math.pow((double) length.most() / length.least(), random.nextDouble());
    }

    private Cell cell() {
        double draw = random.nextDouble() * weightOfAll;
        Cell last = null;
        for (Cell cell : cells.values()) {
            if (cell.weight() > 0) {
                last = cell;
                draw -= cell.weight();
                if (draw < 0) {
                    return cell;
                }
            }
        }
        return java.util.Objects.requireNonNull(last);
    }

    private @Nullable Splice splice(Splice.Kind kind, Length length) {
        Cell cell = cell();
        List<List<LabelledDocument>> models = List.copyOf(cell.synthetic().values());
        List<LabelledDocument> model = models.get(random.nextInt(models.size()));
        double tokens = draw(length);
        double share = random.nextDouble(0.2, 0.8);
        boolean humanFirst = random.nextBoolean();
        LabelledDocument person = any(cell.human());
        LabelledDocument machine = model.stream()
                .filter(d -> d.group().equals(person.group()))
                .findFirst()
                .orElseGet(() -> any(model));
        boolean several = length.several() && !person.domain().equals("mixed");
        List<Sentences.Sentence> human = stream(person, several ? cell.human() : List.of(), tokens * (1 - share));
        List<Sentences.Sentence> synthetic = stream(machine, several ? model : List.of(), tokens * share);
        int made = Sentences.tokens(synthetic);
        int all = made + Sentences.tokens(human);
        if (all < length.least() * 0.9 || made < 0.2 * all || made > 0.8 * all) {
            return null;
        }
        int runs = runs(kind, Math.min(made, all - made));
        int outer = kind == Splice.Kind.EMBEDDED ? 2 : runs;
        return new Weave(kind == Splice.Kind.ALTERNATING ? "\n\n" : " ")
                .of(
                        Sentences.runs(human, humanFirst ? outer : runs),
                        Sentences.runs(synthetic, humanFirst ? runs : outer),
                        humanFirst)
                .splice(kind, origin(machine), person.source(), fold, made, all);
    }

    private static int runs(Splice.Kind kind, int tokensOfLess) {
        return switch (kind) {
            case TWO_BLOCKS -> 2;
            case ALTERNATING -> Math.max(2, tokensOfLess / PARAGRAPH);
            default -> 1;
        };
    }

    private LabelledDocument any(List<LabelledDocument> documents) {
        return documents.get(random.nextInt(documents.size()));
    }

    private List<Sentences.Sentence> stream(LabelledDocument first, List<LabelledDocument> more, double target) {
        List<Sentences.Sentence> stream = new ArrayList<>(sentences.of(first.text()));
        for (int i = 0; i < MOST_TEXTS && !more.isEmpty() && Sentences.tokens(stream) < target; i++) {
            LabelledDocument next = any(more);
            if (!next.id().equals(first.id())) {
                stream.addAll(sentences.of(next.text()));
            }
        }
        return Sentences.take(stream, target);
    }

    static String origin(LabelledDocument document) {
        if (PositiveKind.of(document) == PositiveKind.EDITED) {
            return "edited";
        }
        return document.attack() == null ? "generated" : "attacked";
    }
}
