package io.scapa.service.documents;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.service.assessing.Assessing;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes documents in: assesses what is new, then stores a whole batch in one transaction. What it returns is durable: the
 * transaction has been committed to a database that syncs its log.
 */
@ApplicationScoped
public class Ingest {
    private static final int ATTEMPTS = 5;

    private final AgroalDataSource database;
    private final Assessing assessing;
    private final AssessmentReader assessments;
    private final PlacementWriter placements;
    private final MeterRegistry metrics;

    @Inject
    public Ingest(
            AgroalDataSource database,
            Assessing assessing,
            AssessmentReader assessments,
            PlacementWriter placements,
            MeterRegistry metrics) {
        this.database = database;
        this.assessing = assessing;
        this.assessments = assessments;
        this.placements = placements;
        this.metrics = metrics;
    }

    /** Assesses without storing; in the order of the submissions. */
    List<Ingested> assess(List<Submission> batch) {
        Assessing.Bench bench = assessing.bench();
        return batch.parallelStream()
                .<Ingested>map(
                        one -> new Ingested.Assessed(bench.assess(one.document().withId(one.id()))))
                .toList();
    }

    /** Assesses and stores; in the order of the submissions. */
    List<Ingested> store(List<Submission> batch) {
        Assessing.Bench bench = assessing.bench();
        Map<String, Assessment> known = assessments.byHash(hashes(batch), bench);
        Map<String, Assessment> fresh = assessNew(batch, known, bench);
        for (int attempt = 1; ; attempt++) {
            try {
                List<Ingested> results =
                        QuarkusTransaction.requiringNew().call(() -> write(batch, known, fresh, bench));
                results.forEach(this::count);
                return results;
            } catch (ErasedMeanwhileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Set<String> hashes(Collection<Submission> batch) {
        return batch.stream().map(Submission::hash).collect(Collectors.toSet());
    }

    private static Map<String, Assessment> assessNew(
            List<Submission> batch, Map<String, Assessment> known, Assessing.Bench bench) {
        Map<String, Submission> first = new LinkedHashMap<>();
        batch.stream().filter(one -> !known.containsKey(one.hash())).forEach(one -> first.putIfAbsent(one.hash(), one));
        return first.values().parallelStream()
                .map(one -> bench.assess(one.document().withId(one.id())))
                .map(one -> hashed(one, first))
                .collect(Collectors.toMap(one -> one.contentSha256().hex(), Function.identity()));
    }

    private static Assessment hashed(Assessment assessment, Map<String, Submission> expected) {
        if (!expected.containsKey(assessment.contentSha256().hex())) {
            throw new IllegalStateException("the detector hashed a text to " + assessment.contentSha256());
        }
        return assessment;
    }

    private List<Ingested> write(
            List<Submission> batch, Map<String, Assessment> known, Map<String, Assessment> fresh, Assessing.Bench bench)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            DocumentWriter writer = new DocumentWriter(connection);
            Map<Submission, Problem> refused = refused(batch, writer);
            List<Submission> taken = new ArrayList<>();
            batch.stream().filter(one -> !refused.containsKey(one)).forEach(taken::add);
            Set<String> added = taken.isEmpty() ? Set.of() : writer.addContents(taken);
            Map<String, DocumentProvenance> placed =
                    taken.isEmpty() ? Map.of() : add(taken, fresh, bench, connection, writer);
            return results(batch, refused, added, placed, known, fresh);
        }
    }

    /** Names are claimed first: a document whose name is another's leaves no trace. */
    private static Map<Submission, Problem> refused(List<Submission> batch, DocumentWriter writer) throws SQLException {
        Map<Submission, Problem> refused = new java.util.IdentityHashMap<>();
        Set<String> erased = writer.erased(hashes(batch));
        List<Submission> living = new ArrayList<>();
        for (Submission one : batch) {
            if (erased.contains(one.hash())) {
                refused.put(one, Problem.erased(one.hash()));
            } else {
                living.add(one);
            }
        }
        writer.claimNames(living).forEach((one, holder) -> refused.put(one, conflict(one, holder)));
        return refused;
    }

    private static Problem conflict(Submission one, String holder) {
        return Problem.conflict(
                "the id '" + one.id() + "' of source '" + one.source() + "' already stands for another text",
                List.of(Fault.of("id", "an id that is new in this source, or the text " + holder, one.hash())));
    }

    private Map<String, DocumentProvenance> add(
            List<Submission> taken,
            Map<String, Assessment> fresh,
            Assessing.Bench bench,
            Connection connection,
            DocumentWriter writer)
            throws SQLException {
        Set<String> hashes = hashes(taken);
        if (!writer.lock(hashes).isEmpty()) {
            throw new ErasedMeanwhileException();
        }
        Set<String> unassessed = new HashSet<>(hashes);
        unassessed.removeAll(writer.assessed(hashes, bench));
        List<Assessment> assessed = fresh.values().stream()
                .filter(a -> unassessed.contains(a.contentSha256().hex()))
                .toList();
        writer.addSightings(taken);
        writer.addRelease(bench.release());
        writer.addAssessments(assessed, bench.profiles());
        writer.addHistory(taken, assessed);
        return placements.place(connection, hashes, bench);
    }

    private static List<Ingested> results(
            List<Submission> batch,
            Map<Submission, Problem> refused,
            Set<String> added,
            Map<String, DocumentProvenance> placed,
            Map<String, Assessment> known,
            Map<String, Assessment> fresh) {
        Map<String, Assessment> all = new HashMap<>(known);
        all.putAll(fresh);
        Set<String> unseen = new HashSet<>(added);
        List<Ingested> results = new ArrayList<>();
        for (Submission one : batch) {
            Problem problem = refused.get(one);
            if (problem != null) {
                results.add(new Ingested.Rejected(problem));
                continue;
            }
            Assessment assessment = placed(all.get(one.hash()), one, placed.get(one.hash()));
            results.add(unseen.remove(one.hash()) ? new Ingested.Created(assessment) : new Ingested.Known(assessment));
        }
        return results;
    }

    private static Assessment placed(Assessment found, Submission one, DocumentProvenance provenance) {
        return new Assessment(
                one.id(),
                new ContentHash(one.hash()),
                found.language(),
                found.tokens(),
                found.synthetic(),
                found.evidence(),
                provenance,
                found.release());
    }

    private void count(Ingested result) {
        switch (result) {
            case Ingested.Created created ->
                count(
                        "created",
                        created.assessment().synthetic().verdict().origin().name());
            case Ingested.Known known ->
                count("known", known.assessment().synthetic().verdict().origin().name());
            case Ingested.Assessed assessed ->
                count(
                        "assessed",
                        assessed.assessment().synthetic().verdict().origin().name());
            case Ingested.Rejected rejected -> count("rejected", "none");
        }
    }

    private void count(String outcome, String verdict) {
        metrics.counter("scapa.documents", "outcome", outcome, "verdict", verdict)
                .increment();
    }

    /** A content was erased between the first look and the lock: the batch is looked at again. */
    private static final class ErasedMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
