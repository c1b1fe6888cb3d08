{{- define "wenda.selector" -}}
app.kubernetes.io/name: wenda
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "wenda.labels" -}}
{{ include "wenda.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}
{{- define "wenda.secret" -}}
valueFrom: {secretKeyRef: {name: {{ .root.Values.secret | quote }}, key: {{ .key }}}}
{{- end }}
