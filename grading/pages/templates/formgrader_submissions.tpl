{%- extends 'gradebook_notebook_submissions.tpl' -%}
{%- block messages -%}
{%- if questions %}
<p>One question for all students:
{% for name, address in questions %}<a href="{{ address | e }}">{{ name | e }}</a>{{ ", " if not loop.last }}{% endfor %}</p>
{%- endif %}
{{ super() }}
{%- endblock -%}
