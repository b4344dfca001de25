package io.scapa.cli.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of the Kubernetes and kustomize types that the base uses, as their API references list them. An API server
 * drops unknown fields silently, and rendering does not check them: here they are faults.
 *
 * <p>A line is a type and its fields; {@code field:Type} is checked further, {@code field:*} may hold anything, and a field
 * without a type is a scalar or a list of scalars. Lists are checked by element.
 */
final class KnownFields {
    private static final String TYPES = """
            ServiceAccount apiVersion kind metadata:Meta automountServiceAccountToken
            ConfigMap apiVersion kind metadata:Meta data:* immutable
            PersistentVolumeClaim apiVersion kind metadata:Meta spec:ClaimSpec
            Service apiVersion kind metadata:Meta spec:ServiceSpec
            Deployment apiVersion kind metadata:Meta spec:DeploymentSpec
            Kustomization apiVersion kind resources labels:Label images:Image namespace namePrefix
            Label pairs:* includeSelectors includeTemplates
            Image name newName newTag digest
            Meta name namespace labels:* annotations:*
            ClaimSpec accessModes resources:Resources storageClassName volumeMode volumeName
            ServiceSpec ports:ServicePort selector:* type clusterIP
            ServicePort name port targetPort protocol nodePort appProtocol
            DeploymentSpec replicas strategy:Strategy selector:Selector template:PodTemplate minReadySeconds revisionHistoryLimit
            Strategy type rollingUpdate:*
            Selector matchLabels:*
            PodTemplate metadata:Meta spec:PodSpec
            PodSpec serviceAccountName automountServiceAccountToken terminationGracePeriodSeconds securityContext:PodSecurity \
            containers:Container initContainers:Container volumes:Volume nodeSelector:* restartPolicy
            PodSecurity runAsNonRoot runAsUser runAsGroup fsGroup fsGroupChangePolicy supplementalGroups seccompProfile:Seccomp
            Seccomp type localhostProfile
            Container name image imagePullPolicy command args workingDir ports:ContainerPort envFrom:EnvFrom env:* \
            startupProbe:Probe livenessProbe:Probe readinessProbe:Probe resources:Resources securityContext:Security \
            volumeMounts:Mount
            ContainerPort name containerPort protocol hostPort
            EnvFrom configMapRef:Ref secretRef:Ref prefix
            Ref name optional
            Probe httpGet:HttpGet periodSeconds timeoutSeconds failureThreshold successThreshold initialDelaySeconds
            HttpGet path port scheme host
            Resources requests:* limits:*
            Security allowPrivilegeEscalation readOnlyRootFilesystem capabilities:Capabilities privileged runAsNonRoot runAsUser
            Capabilities drop add
            Mount name mountPath readOnly subPath
            Volume name persistentVolumeClaim:Claim emptyDir:EmptyDir
            Claim claimName readOnly
            EmptyDir medium sizeLimit
            """;

    private final Map<String, Map<String, String>> types = new HashMap<>();

    KnownFields() {
        TYPES.lines().forEach(line -> {
            String[] words = line.strip().split("\\s+");
            Map<String, String> fields = new HashMap<>();
            for (int i = 1; i < words.length; i++) {
                String[] parts = words[i].split(":");
                fields.put(parts[0], parts.length == 1 ? "" : parts[1]);
            }
            types.put(words[0], fields);
        });
    }

    /** What is wrong with an object, by path; empty where every field is known. */
    List<String> faults(JsonNode object) {
        List<String> faults = new ArrayList<>();
        check(object, object.path("kind").asText("?"), object.path("kind").asText("?"), faults);
        return faults;
    }

    private void check(JsonNode node, String type, String path, List<String> faults) {
        if (type.equals("*")) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> check(element, type, path + "[]", faults));
        } else if (type.isEmpty()) {
            if (!node.isValueNode()) {
                faults.add(path + " is a scalar");
            }
        } else if (!types.containsKey(type)) {
            faults.add(path + " is of the unknown type " + type);
        } else if (!node.isObject()) {
            faults.add(path + " is an object");
        } else {
            node.properties().forEach(field -> {
                String fieldType = types.get(type).get(field.getKey());
                if (fieldType == null) {
                    faults.add(path + " has no field " + field.getKey());
                } else {
                    check(field.getValue(), fieldType, path + "." + field.getKey(), faults);
                }
            });
        }
    }
}
